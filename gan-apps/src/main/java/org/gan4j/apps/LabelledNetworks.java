package org.gan4j.apps;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Field;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Scope;
import org.gan4j.api.Site;
import org.gan4j.tensor.DType;
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
        Shape features = features(critic, sample);
        return Optional.of(
                kind == Conditioning.AUXILIARY
                        ? ClassLogits.in(Scope.of("class-logits", seed), features.size(), classes)
                        : ClassProjection.in(Scope.of("class-projection", seed), features, classes));
    }

    /** The features that a critic names of one sample. */
    private static Shape features(Network critic, Shape sample) {
        Tensor one = Tensor.zeros(
                new Field(Field.IMAGE, DType.FLOAT, sample).batch(1).dims());
        return critic.apply(Parameters.variables(), Pass.inference(), Inputs.of(one))
                .head(Outputs.FEATURES)
                .shape();
    }

    Network byClass() {
        return added.orElseThrow();
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
