package org.gan4j.apps.tags;

import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.apps.labels.ClassLogits;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The networks of a GAN of tagged samples.
 *
 * @param generator maps latents and tags to samples
 * @param classifier the critic, and the head that tells tags, one logit each
 * @param examples the tags of the samples that were seen last
 */
record TaggedNetworks(LatentSpace space, Network generator, CriticClassifier classifier, TagExamples examples) {
    static TaggedNetworks of(GanComponents components, DataSchema data, long seed) {
        Shape sample = data.image().shape();
        Network critic = components.critic().build(components.criticSpec(sample, seed));
        int features = CriticClassifier.features(critic, sample).size();
        return new TaggedNetworks(
                components.latents(),
                components.generator().build(generatorSpec(components, data, seed)),
                new CriticClassifier(
                        critic, ClassLogits.in(VariableScope.of("tag-logits", seed), features, tags(data))),
                TagExamples.in(VariableScope.of("tag-examples", seed), tags(data)));
    }

    static NetworkSpec generatorSpec(GanComponents components, DataSchema data, long seed) {
        NetworkSpec spec = components.generatorSpec(data.image().shape(), seed);
        return spec.latents(components.generator().latent() + tags(data));
    }

    private static int tags(DataSchema data) {
        return data.field(Field.TAGS).shape().dim(0);
    }

    /** Returns the generator's inputs for tags [N,T] of 1 and 0, which it gets as 1 and -1. */
    Inputs inputs(Tensor latents, Tensor tags) {
        return Inputs.of(Tensor.concat(1, latents, tags.mul(2).sub(1)));
    }

    /** Returns the networks that the critic's player owns. */
    List<Network> critics() {
        return List.of(classifier.critic(), classifier.logits(), examples);
    }
}
