package org.gan4j.apps.images;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** Validation of the networks of a GAN whose generator maps images to images. */
public final class ImageNetworks {
    private ImageNetworks() {}

    /**
     * Returns the problems of a generator and a critic with their specs: one message per problem, stating the cause and the
     * fix.
     *
     * @param what a description of the generator's output for the message, such as "images of the size of the originals"
     */
    public static List<String> problems(
            GanComponents components, NetworkSpec generatorSpec, NetworkSpec criticSpec, String what) {
        List<String> problems = new ArrayList<>(components.problems(generatorSpec, criticSpec));
        if (!problems.isEmpty()) {
            return problems;
        }
        Network critic = components.critic().build(criticSpec);
        problems.addAll(components.criticProblems(critic, inputs(criticSpec, ShapeCheck.batch(components.critic()))));
        Network generator = components.generator().build(generatorSpec);
        Field output = new Field("images", DType.FLOAT, generatorSpec.output());
        problems.addAll(ShapeCheck.problems(
                generator, inputs(generatorSpec, ShapeCheck.BATCH), output.batch(ShapeCheck.BATCH), what));
        return problems;
    }

    private static Inputs inputs(NetworkSpec spec, int count) {
        Field input = spec.input();
        return Inputs.of(
                Tensor.input(input.name(), input.dtype(), input.batch(count).dims()));
    }
}
