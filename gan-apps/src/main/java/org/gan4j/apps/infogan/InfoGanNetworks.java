package org.gan4j.apps.infogan;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.apps.labels.ClassLogits;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.apps.labels.OneHots;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The networks of an InfoGAN.
 *
 * @param generator maps latents and a one-hot code to a sample
 * @param classifier the critic, and its head Q, which tells codes
 */
record InfoGanNetworks(LatentSpace space, OneHots oneHots, Network generator, CriticClassifier classifier) {
    static InfoGanNetworks of(GanComponents components, int codes, DataSchema data, long seed) {
        Shape sample = data.image().shape();
        Network critic = components.critic().build(components.criticSpec(sample, seed));
        int features = CriticClassifier.features(critic, sample).size();
        return new InfoGanNetworks(
                components.latents(),
                new OneHots(codes),
                components.generator().build(generatorSpec(components, codes, data, seed)),
                new CriticClassifier(critic, ClassLogits.in(VariableScope.of("code-logits", seed), features, codes)));
    }

    static NetworkSpec generatorSpec(GanComponents components, int codes, DataSchema data, long seed) {
        NetworkSpec spec = components.generatorSpec(data.image().shape(), seed);
        return spec.latents(components.generator().latent() + codes);
    }

    Inputs inputs(Tensor latents, Tensor codes) {
        return Inputs.of(oneHots.append(latents, codes));
    }

    List<Network> critics() {
        return List.of(classifier.critic(), classifier.logits());
    }

    List<Network> all() {
        return List.of(generator, classifier.critic(), classifier.logits());
    }

    /** Returns the names of the codes: code-0, code-1, ... */
    List<String> names() {
        return IntStream.range(0, oneHots.classes()).mapToObj(i -> "code-" + i).toList();
    }
}
