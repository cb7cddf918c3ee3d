package org.gan4j.apps.bigan;

import java.util.OptionalDouble;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/** An augmentation that changes the samples of pairs, and leaves the latents as they are. */
record PairAugmentation(Augmentation of, PairLayout pairs) implements Augmentation {
    @Override
    public String name() {
        return of.name();
    }

    @Override
    public Tensor apply(Tensor both, RandomKey random, Tensor strength) {
        return pairs.joined(of.apply(pairs.samples(both), random, strength), pairs.latents(both));
    }

    @Override
    public OptionalDouble initialStrength() {
        return of.initialStrength();
    }

    @Override
    public Tensor next(Tensor strength, Tensor realScores, Tensor fakeScores) {
        return of.next(strength, realScores, fakeScores);
    }
}
