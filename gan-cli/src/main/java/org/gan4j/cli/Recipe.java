package org.gan4j.cli;

import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.loss.LossPreset;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.apps.semisupervised.SemiSupervised;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.LossStep;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.spec.GanSpec;

/**
 * A whole experiment that {@code gan train} can run: a built-in one, or one that is read from an experiment.yaml.
 *
 * @param summary a description of one line
 * @param steps the default number of training steps
 */
record Recipe(String name, String summary, int steps, GanSpec spec) {
    private static final int STEPS = 1000;
    private static final int LABELS = 100;

    /** The built-in recipes; the first is the default. */
    static final List<Recipe> RECIPES = List.of(
            recipe("dcgan", "DCGAN with the non-saturating loss, on clothes", 3000, dcgan(NON_SATURATING)),
            recipe("gan-mlp", "the original GAN's linear layers, on clothes", 10_000, mlp()),
            recipe("wgan", "dcgan's networks, Wasserstein loss with clipping", 1000, dcgan(WGAN)),
            recipe("wgan-gp", "dcgan's networks, Wasserstein loss with penalty", 1000, dcgan(WGAN_GP)),
            recipe("resnet", "residual networks, non-saturating loss, on clothes", 2000, resnet()),
            recipe("conditional", "class-conditional dcgan, on clothes", 3000, conditional()),
            recipe("semi-supervised", "a classifier from 100 labels, on clothes", 3000, semiSupervised()));

    static Recipe recipe(String name, String summary, int steps, OptionsStep options) {
        return new Recipe(name, summary, steps, options.spec());
    }

    private static OptionsStep dcgan(LossPreset loss) {
        return clothes(Gan.builder().generator(Dcgan.generator().latent(100)).critic(Dcgan.critic()), loss);
    }

    private static OptionsStep mlp() {
        return clothes(
                Gan.builder()
                        .generator(Mlp.generator().normalization(Normalization.BATCH))
                        .critic(Mlp.critic()),
                NON_SATURATING);
    }

    private static OptionsStep resnet() {
        return clothes(Gan.builder().generator(ResNet.generator()).critic(ResNet.critic()), NON_SATURATING);
    }

    private static OptionsStep conditional() {
        return dcgan(NON_SATURATING).application(Conditional.concatenation());
    }

    private static OptionsStep semiSupervised() {
        return Gan.builder()
                .generator(Mlp.generator().layers(2).width(256).normalization(Normalization.BATCH))
                .critic(Mlp.noisyCritic())
                .loss(NON_SATURATING)
                .data(PartlyLabeled.of(FashionMnist.embedded(), LABELS))
                .application(SemiSupervised.featureMatching())
                .optimizer(Adam.of(3e-3, 0.5, 0.999))
                .batchSize(200);
    }

    private static OptionsStep clothes(LossStep networks, LossPreset loss) {
        return networks.loss(loss).data(FashionMnist.embedded()).batchSize(64);
    }

    /**
     * Returns the recipe of this name, or of the file if it ends in .yaml or .yml.
     *
     * @throws IllegalArgumentException if there is no such recipe or file; the message suggests similar names
     */
    static Recipe of(String typed, List<Recipe> recipes) {
        return typed.endsWith(".yaml") || typed.endsWith(".yml") ? read(Path.of(typed)) : named(typed, recipes);
    }

    private static Recipe read(Path file) {
        Experiment experiment = Experiment.read(file);
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return new Recipe(name, file.toString(), experiment.steps().orElse(STEPS), experiment.spec());
    }

    private static Recipe named(String name, List<Recipe> recipes) {
        List<String> names = recipes.stream().map(Recipe::name).toList();
        return recipes.stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no recipe " + name
                        + Suggestions.ending(
                                name,
                                names,
                                "; there are " + String.join(", ", names)
                                        + ": choose one, or pass a file that ends in .yaml")));
    }

    /** Returns this recipe with another specification; its summary lists the changes, if there are any. */
    Recipe with(GanSpec other, List<String> changes) {
        String described = changes.isEmpty() ? summary : "with " + String.join(", ", changes);
        return new Recipe(name, described, steps, other);
    }
}
