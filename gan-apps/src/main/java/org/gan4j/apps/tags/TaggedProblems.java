package org.gan4j.apps.tags;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.apps.labels.CriticProblems;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** Validation of settings, components and data of a GAN of tagged samples. */
record TaggedProblems(Tagged application, DataSchema data) {
    private static final int BATCH = ShapeCheck.BATCH;

    List<String> ofData() {
        List<String> problems = new ArrayList<>(new Unconditional().problems(data));
        if (!(application.weight() > 0)) {
            problems.add("the weight of the tags must be above 0, not " + application.weight() + ": 1 is usual");
        }
        if (!data.has(Field.TAGS)) {
            problems.add("the application tagged needs the tags of each sample, the field tags; the data have "
                    + data.fields().stream().map(Field::name).toList() + ": ask a folder of images for them, as in"
                    + " --data \"{name: image-folder, path: photos, tags: 40}\"");
            return problems;
        }
        Field tags = data.field(Field.TAGS);
        if (tags.dtype() != DType.FLOAT
                || tags.shape().rank() != 1
                || tags.shape().dim(0) != data.tags().size()) {
            problems.add("the field tags must hold one FLOAT of 1 or 0 for each of the "
                    + data.tags().size()
                    + " tags that the data name; it is " + tags.dtype() + " " + tags.shape()
                    + ": use withTags for your own data");
        }
        return problems;
    }

    /** Returns the problems of the components, for data that have none. */
    List<String> of(GanComponents components) {
        NetworkSpec generatorSpec = TaggedNetworks.generatorSpec(components, data, 0);
        NetworkSpec criticSpec = components.criticSpec(data.image().shape(), 0);
        List<String> problems = new ArrayList<>(components.problems(generatorSpec, criticSpec));
        if (problems.isEmpty()) {
            problems.addAll(new CriticProblems(
                            components,
                            components.critic().build(criticSpec),
                            data.image().shape())
                    .ofFeatures("from which tags are told: add one to it, or use another critic, such as dcgan"));
        }
        if (problems.isEmpty()) {
            int width = components.latents().size() + data.tags().size();
            problems.addAll(ShapeCheck.problems(
                    components.generator().build(generatorSpec),
                    Inputs.of(Tensor.zeros(BATCH, width)),
                    data.image().batch(BATCH),
                    "samples like the data"));
        }
        return problems;
    }
}
