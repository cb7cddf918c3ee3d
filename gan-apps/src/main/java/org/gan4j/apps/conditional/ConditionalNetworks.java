package org.gan4j.apps.conditional;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.Field;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.apps.labels.ClassLogits;
import org.gan4j.apps.labels.ClassProjection;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.apps.labels.OneHots;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The networks of a conditional GAN.
 *
 * @param space the generator's latents
 * @param added the network that is applied to the critic's features and the class; empty with concatenation
 */
record ConditionalNetworks(
        Conditioning kind,
        OneHots oneHots,
        LatentSpace space,
        Network generator,
        Network critic,
        Optional<Network> added) {
    private static final Field CLASS = new Field(Field.LABEL, DType.INT, Shape.scalar());

    static ConditionalNetworks of(Conditioning kind, GanComponents components, Shape sample, int classes, long seed) {
        Network critic = components.critic().build(criticSpec(kind, components, sample, classes, seed));
        return new ConditionalNetworks(
                kind,
                new OneHots(classes),
                components.latents(),
                components.generator().build(generatorSpec(kind, components, sample, classes, seed)),
                critic,
                added(kind, critic, sample, classes, seed));
    }

    static NetworkSpec generatorSpec(
            Conditioning kind, GanComponents components, Shape sample, int classes, long seed) {
        NetworkSpec spec = components.generatorSpec(sample, seed);
        NetworkSpec conditioned = kind == Conditioning.EMBEDDING
                ? spec
                : spec.latents(components.generator().latent() + classes);
        return kind.givesLabel() ? conditioned.classes(classes).with(CLASS) : conditioned;
    }

    static NetworkSpec criticSpec(Conditioning kind, GanComponents components, Shape sample, int classes, long seed) {
        Shape input = kind == Conditioning.CONCATENATION ? new OneHots(classes).append(sample) : sample;
        return components.criticSpec(input, seed);
    }

    private static Optional<Network> added(Conditioning kind, Network critic, Shape sample, int classes, long seed) {
        if (kind == Conditioning.CONCATENATION) {
            return Optional.empty();
        }
        Shape features = CriticClassifier.features(critic, sample);
        return Optional.of(
                kind == Conditioning.AUXILIARY
                        ? ClassLogits.in(VariableScope.of("class-logits", seed), features.size(), classes)
                        : ClassProjection.in(VariableScope.of("class-projection", seed), features, classes));
    }

    Network byClass() {
        return added.orElseThrow();
    }

    /** Returns the classifier of samples; the kind must be auxiliary. */
    CriticClassifier classifier() {
        return new CriticClassifier(critic, byClass());
    }

    /** Returns the generator's inputs. */
    Inputs generatorInputs(Tensor latents, Tensor labels) {
        Inputs inputs = Inputs.of(kind == Conditioning.EMBEDDING ? latents : oneHots.append(latents, labels));
        return kind.givesLabel() ? inputs.with(Field.LABEL, labels) : inputs;
    }

    /** Returns the networks that the critic's player owns. */
    List<Network> critics() {
        return added.map(network -> List.of(critic, network)).orElse(List.of(critic));
    }
}
