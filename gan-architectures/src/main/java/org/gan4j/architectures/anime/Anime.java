package org.gan4j.architectures.anime;

/**
 * The networks of <a href="https://arxiv.org/abs/1708.05509">Jin et al. 2017</a>, "Towards the automatic anime characters
 * creation with generative adversarial networks": SRResNet from latents, and a critic without normalization, which suits a
 * gradient penalty. By default, both have the paper's sizes, for 128×128; a smaller width scales them down.
 *
 * <pre>
 * Anime.generator().width(32).blocks(8)
 * </pre>
 */
public final class Anime {
    private Anime() {}

    /** Returns the generator; defaults to 128 latents, width 64 and 16 blocks, as in the paper. */
    public static AnimeGenerator generator() {
        return new AnimeGenerator(128, 64, 16, AnimeStages.AUTO);
    }

    /** Returns the critic; defaults to width 32, as in the paper. */
    public static AnimeCritic critic() {
        return new AnimeCritic(32, AnimeStages.AUTO);
    }
}
