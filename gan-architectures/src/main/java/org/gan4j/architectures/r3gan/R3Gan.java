package org.gan4j.architectures.r3gan;

/**
 * R3GAN's networks (<a href="https://arxiv.org/abs/2501.05441">Huang et al. 2024</a>, "The GAN is dead; long live the
 * GAN!"): generator and critic mirror each other, with residual blocks of grouped convolutions and without normalization,
 * for images of nearly any size. They are meant for the relativistic loss with zero-centered gradient penalties of real
 * and generated samples.
 *
 * <p>The paper's networks for FFHQ at 256×256 are {@code R3Gan.generator().width(96).maxWidth(768).blocks(2)} and {@code
 * R3Gan.critic().width(96).maxWidth(768).blocks(2)}; those for CIFAR-10 have a width of 768 at each size. The defaults are
 * small enough for a computer without a GPU.
 */
public final class R3Gan {
    private static final int LATENT = 64;
    private static final int WIDTH = 16;
    private static final int MAX_WIDTH = 64;
    private static final int BLOCKS = 1;
    private static final int EXPANSION = 2;
    private static final int GROUP_WIDTH = 16;

    private R3Gan() {}

    /** Returns the generator; defaults to 64 latents, widths of 16 to 64 channels and one block per size. */
    public static R3GanGenerator generator() {
        return new R3GanGenerator(LATENT, WIDTH, MAX_WIDTH, BLOCKS, EXPANSION, GROUP_WIDTH, R3GanStages.AUTO);
    }

    /** Returns the critic; defaults to widths of 16 to 64 channels and one block per size. */
    public static R3GanCritic critic() {
        return new R3GanCritic(WIDTH, MAX_WIDTH, BLOCKS, EXPANSION, GROUP_WIDTH, R3GanStages.AUTO);
    }
}
