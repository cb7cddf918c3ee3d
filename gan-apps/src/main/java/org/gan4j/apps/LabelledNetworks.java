package org.gan4j.apps;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Field;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.Scope;
import org.gan4j.api.Site;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The networks of a conditional GAN.
 *
 * @param latent how many latents the generator is given
 * @param added what the critic's features go through with a class; none with concatenation
 */
record LabelledNetworks(
        Conditioning kind, OneHots oneHots, int latent, Network generator, Network critic, Optional<Network> added) {
    static LabelledNetworks of(Conditioning kind, Ingredients ingredients, Shape sample, int classes, long seed) {
        Network critic = ingredients.critic().build(criticSite(kind, ingredients, sample, classes, seed));
        return new LabelledNetworks(
                kind,
                new OneHots(classes),
                ingredients.generator().latent(),
                ingredients.generator().build(generatorSite(kind, ingredients, sample, classes, seed)),
                critic,
                added(kind, critic, sample, classes, seed));
    }

    static Site generatorSite(Conditioning kind, Ingredients ingredients, Shape sample, int classes, long seed) {
        Site site = ingredients.generatorSite(sample, seed);
        Site told = site.beside(classes);
        return kind == Conditioning.PROJECTION ? told.classes(classes) : told;
    }

    static Site criticSite(Conditioning kind, Ingredients ingredients, Shape sample, int classes, long seed) {
        Shape met = kind == Conditioning.CONCATENATION ? new OneHots(classes).beside(sample) : sample;
        return ingredients.criticSite(met, seed);
    }

    private static Optional<Network> added(Conditioning kind, Network critic, Shape sample, int classes, long seed) {
        if (kind == Conditioning.CONCATENATION) {
            return Optional.empty();
        }
        Shape features = CriticClassifier.features(critic, sample);
        return Optional.of(
                kind == Conditioning.AUXILIARY
                        ? ClassLogits.in(Scope.of("class-logits", seed), features.size(), classes)
                        : ClassProjection.in(Scope.of("class-projection", seed), features, classes));
    }

    Network byClass() {
        return added.orElseThrow();
    }

    /** What tells the class of a sample, if the kind is auxiliary. */
    CriticClassifier classifier() {
        return new CriticClassifier(critic, byClass());
    }

    /** What the generator is given. */
    Inputs given(Tensor latents, Tensor labels) {
        Inputs told = Inputs.of(oneHots.beside(latents, labels));
        return kind == Conditioning.PROJECTION ? told.with(Field.LABEL, labels) : told;
    }

    /** What the critic's player owns. */
    List<Network> critics() {
        return added.map(network -> List.of(critic, network)).orElse(List.of(critic));
    }
}
