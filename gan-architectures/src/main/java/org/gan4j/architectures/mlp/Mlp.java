package org.gan4j.architectures.mlp;

/**
 * The first GAN's networks (<a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014</a>): linear layers and
 * activations only, for samples of any shape. The paper's critic is {@code
 * Mlp.critic().layers(2).width(240).maxout(5).dropout(0.5)}, its generator {@code Mlp.generator().layers(2).width(1200)}.
 * The networks often taken for a grid of 25 Gaussians are {@code Mlp.generator().latent(2).layers(4).width(400)
 * .normalization(BATCH)} and {@code Mlp.critic().layers(3).width(200).maxout(5)}.
 */
public final class Mlp {
    private Mlp() {}

    /** The generator: 100 latents, 3 layers of 512 units; pictures come out better with batch normalization. */
    public static MlpGenerator generator() {
        return MlpGenerator.defaults();
    }

    /** The critic, with 3 layers of 256 units and no dropout unless said otherwise. */
    public static MlpCritic critic() {
        return MlpCritic.defaults();
    }

    /** The critic of Salimans et al. 2016 for MNIST, which sees through noise: for few labels. */
    public static NoisyMlpCritic noisyCritic() {
        return NoisyMlpCritic.defaults();
    }
}
