package org.gan4j.architectures.mlp;

/**
 * The first GAN's networks (<a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014</a>): linear layers and
 * activations only, for samples of any shape. The paper's critic is {@code
 * Mlp.critic().layers(2).width(240).maxout(5).dropout(0.5)}, its generator {@code Mlp.generator().layers(2).width(1200)}.
 * The usual networks for a grid of 25 Gaussians are {@code Mlp.generator().latent(2).layers(4).width(400)
 * .normalization(BATCH)} and {@code Mlp.critic().layers(3).width(200).maxout(5)}.
 */
public final class Mlp {
    private Mlp() {}

    /** Returns the generator; defaults to 100 latents and 3 layers of 512 units. Batch normalization improves images. */
    public static MlpGenerator generator() {
        return MlpGenerator.defaults();
    }

    /** Returns the critic; defaults to 3 layers of 256 units without dropout. */
    public static MlpCritic critic() {
        return MlpCritic.defaults();
    }

    /** Returns the critic of Salimans et al. 2016 for MNIST, which adds noise to each layer: for few labels. */
    public static NoisyMlpCritic noisyCritic() {
        return NoisyMlpCritic.defaults();
    }
}
