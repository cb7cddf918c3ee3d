package org.gan4j.apps.texttoimage;

import java.util.Arrays;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The networks of a text-to-image GAN. The generator reads the latents and the projected text; the score of an image with
 * a text is the critic's score of the image plus that of its features with the text.
 *
 * @param space the generator's latents, without the text
 * @param projection projects texts for the generator
 * @param match scores the critic's features with texts
 */
record TextNetworks(LatentSpace space, Network generator, Network projection, Network critic, Network match) {
    /** The head of the critic's outputs with the score of the image alone. */
    static final String ALONE = "alone";

    static TextNetworks of(TextConditional settings, GanComponents components, Shape image, long seed) {
        int size = settings.encoder().size();
        Network critic = components.critic().build(components.criticSpec(image, seed));
        Shape features = CriticClassifier.features(critic, image);
        return new TextNetworks(
                components.latents(),
                components.generator().build(generatorSpec(settings, components, image, seed)),
                TextProjection.in(VariableScope.of("generator-text", seed), size, settings.projection()),
                critic,
                TextMatch.in(VariableScope.of("critic-text", seed), features, size, settings.projection()));
    }

    static NetworkSpec generatorSpec(TextConditional settings, GanComponents components, Shape image, long seed) {
        return components
                .generatorSpec(image, seed)
                .latents(components.generator().latent() + settings.projection());
    }

    List<Network> generators() {
        return List.of(generator, projection);
    }

    List<Network> critics() {
        return List.of(critic, match);
    }

    /** Returns the generator's outputs for latents and the vectors of texts. */
    Outputs generated(Parameters parameters, ForwardPass pass, Tensor latents, Tensor text) {
        Tensor projected = projection.apply(parameters, pass, Inputs.of(text)).value();
        return generator.apply(parameters, pass, Inputs.of(Tensor.concat(1, latents, projected)));
    }

    /** Returns the critic's outputs for images with the vectors of texts. */
    Outputs scored(UpdateContext update, Tensor images, Tensor text) {
        Outputs outputs = update.apply(critic, Inputs.of(images));
        Outputs all = outputs.with(ALONE, outputs.value());
        return new Outputs(withText(update, all, text), all.heads());
    }

    /** Returns the scores with other texts of images that {@link #scored} has scored. */
    Tensor withText(UpdateContext update, Outputs scored, Tensor text) {
        Tensor alone = scored.head(ALONE);
        Inputs inputs = Inputs.of(scored.head(Outputs.FEATURES)).with(TextMatch.TEXT, text);
        Tensor matched = update.apply(match, inputs).value();
        long[] perSample = new long[alone.shape().rank()];
        Arrays.fill(perSample, 1);
        perSample[0] = matched.shape().dim(0);
        return alone.add(matched.reshape(perSample));
    }
}
