package org.gan4j.apps.infogan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.apps.labels.CriticProblems;
import org.gan4j.tensor.Tensor;

/** Validation of an InfoGAN's settings, components and data. */
record InfoGanProblems(InfoGan application) {
    List<String> ofData(DataSchema data) {
        List<String> problems = new ArrayList<>(new Unconditional().problems(data));
        if (application.codes() < 2) {
            problems.add("infogan needs at least 2 codes, not " + application.codes() + ": 10 is usual");
        }
        if (!(application.weight() > 0)) {
            problems.add("the weight of the information must be above 0, not " + application.weight() + ": 1 is usual");
        }
        return problems;
    }

    List<String> of(GanComponents components, DataSchema data) {
        NetworkSpec generatorSpec = InfoGanNetworks.generatorSpec(components, application.codes(), data, 0);
        NetworkSpec criticSpec = components.criticSpec(data.image().shape(), 0);
        List<String> problems = new ArrayList<>(components.problems(generatorSpec, criticSpec));
        if (problems.isEmpty()) {
            problems.addAll(new CriticProblems(
                            components,
                            components.critic().build(criticSpec),
                            data.image().shape())
                    .ofFeatures("from which codes are told: add one to it, or use another critic, such as mlp"));
        }
        if (problems.isEmpty()) {
            int width = components.latents().size() + application.codes();
            problems.addAll(ShapeCheck.problems(
                    components.generator().build(generatorSpec),
                    Inputs.of(Tensor.zeros(ShapeCheck.BATCH, width)),
                    data.image().batch(ShapeCheck.BATCH),
                    "samples like the data"));
        }
        return problems;
    }
}
