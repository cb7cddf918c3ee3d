package org.gan4j.architectures.dirac;

/**
 * Dirac-GAN (<a href="https://arxiv.org/abs/1801.04406">Mescheder et al. 2018</a>), the smallest GAN, on which the
 * dynamics of training can be computed by hand: the data are a single point, the generator is a single point θ, and the
 * critic is linear, D(x) = ψx. Plain gradient steps circle around the equilibrium θ = ψ = 0 of data at 0; zero-centered
 * gradient penalties lead into it.
 */
public final class Dirac {
    private Dirac() {}

    /** Returns the generator of a single point; it begins at 1. */
    public static DiracGenerator generator() {
        return new DiracGenerator(1);
    }

    /** Returns the linear critic; its weights begin at 1. */
    public static LinearCritic critic() {
        return new LinearCritic(1);
    }
}
