package org.gan4j.apps.bigan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.apps.labels.CriticProblems;
import org.gan4j.tensor.Shape;

/** Validation of the settings, components and data of a bidirectional GAN. */
record BiGanProblems(BiGan application) {
    /** The regularizer that augments the samples it is given, which are pairs here. */
    private static final String AUGMENTING = "consistency";

    List<String> ofData(DataSchema data) {
        List<String> problems = new ArrayList<>(new Unconditional().problems(data));
        if (application.width() < 1) {
            problems.add("bigan needs a width of at least 1, not " + application.width() + ": 256 is usual");
        }
        if (!(application.reconstruction() >= 0)) {
            problems.add("the weight of the reconstruction must be at least 0, not " + application.reconstruction()
                    + ": 0 leaves it out, as in the papers");
        }
        return problems;
    }

    List<String> of(GanComponents components, DataSchema data) {
        List<String> problems = new ArrayList<>(new Unconditional().problems(components, data));
        for (Regularizer each : components.regularizers()) {
            String name = each.termName();
            if (each.usesLatents()) {
                problems.add("the regularizer " + name + " compares samples of other latents, but bigan's samples are"
                        + " pairs with latents: remove it");
            }
            if (name.equals(AUGMENTING)) {
                problems.add(
                        "the regularizer " + name + " changes images, but bigan's samples are pairs of an image and"
                                + " latents: remove it, or use its augmentation as one of the augmentations");
            }
        }
        if (problems.isEmpty()) {
            Shape sample = data.image().shape();
            NetworkSpec spec = components.criticSpec(sample, 0);
            Network critic = components.critic().build(spec);
            problems.addAll(new CriticProblems(components, critic, sample)
                    .ofFeatures("from which the encoder and the score of pairs are made: use another critic, such as"
                            + " dcgan or mlp"));
            problems.addAll(components.critic().problems(spec.independent(false)));
        }
        return problems;
    }
}
