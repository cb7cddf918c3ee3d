package org.gan4j.apps.progressive;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.losses.weight.HistoricalAveraging;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Validation of a GAN that grows.
 *
 * @param application the name of the application, for messages
 */
public record GrowthProblems(String application, Growth growth, DataSchema data) {
    /** Returns the problems of the data and of the sizes. */
    public List<String> ofData() {
        return data.has(Field.IMAGE)
                ? growth.problems(application, data.image().shape())
                : List.of("the application " + application + " needs the field image; the data have "
                        + data.fields().stream().map(Field::name).toList() + ": use data with images");
    }

    /** Returns the problems of the components, for data that have none: the first size that has any. */
    public List<String> of(GanComponents components) {
        GrowingNetworks networks =
                new GrowingNetworks(growth, components, data.image().shape(), 0);
        if (growth.sizes(data.image().shape()).size() > 1
                && components.regularizers().stream().anyMatch(HistoricalAveraging.class::isInstance)) {
            return List.of(
                    "historical-averaging pulls parameters to their mean since the first step, which those of later"
                            + " sizes do not have: leave it out, or grow nothing");
        }
        for (Stage stage : growth.stages(data.image().shape())) {
            List<String> problems = of(components, networks, stage);
            if (!problems.isEmpty()) {
                return problems.stream()
                        .map(problem -> "at " + stage.image().dim(1) + "×"
                                + stage.image().dim(2) + ": " + problem)
                        .toList();
            }
        }
        return List.of();
    }

    private static List<String> of(GanComponents components, GrowingNetworks networks, Stage stage) {
        Shape size = stage.image();
        boolean fades = stage.fades();
        List<String> problems = new ArrayList<>(
                components.problems(networks.generatorSpec(size, fades), networks.criticSpec(size, fades)));
        if (!problems.isEmpty()) {
            return problems;
        }
        Field image = new Field(Field.IMAGE, DType.FLOAT, size);
        Tensor latents = Tensor.zeros(ShapeCheck.BATCH, components.generator().latent());
        problems.addAll(ShapeCheck.problems(
                networks.generator(size, fades),
                faded(latents, fades),
                image.batch(ShapeCheck.BATCH),
                "samples of this size"));
        Network critic = networks.critic(size, fades);
        Shape scored = image.batch(ShapeCheck.batch(components.critic()));
        problems.addAll(components.criticProblems(
                critic, faded(Tensor.input(Field.IMAGE, image.dtype(), scored.dims()), fades)));
        return problems;
    }

    private static Inputs faded(Tensor value, boolean fades) {
        Inputs inputs = Inputs.of(value);
        return fades ? inputs.with(Fading.FADE, Tensor.ones(value.shape().dim(0))) : inputs;
    }
}
