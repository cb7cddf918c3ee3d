package org.gan4j.architectures.packing;

import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.CriticWrapper;

/**
 * Packing (PacGAN, <a href="https://arxiv.org/abs/1712.04086">Lin et al. 2018</a>): the critic scores m samples of one
 * kind together, so it sees when a generator's samples have too little variety. Only its first layer grows.
 *
 * <pre>
 * Packing.of(Dcgan.critic(), 2)
 * </pre>
 *
 * @param samples m, the number of samples per pack; 2 to 4 in the paper
 */
public record Packing(int samples) implements CriticWrapper {
    static final String NAME = "packed";

    /**
     * Validates the number of samples.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Packing {
        if (samples < 1) {
            throw new IllegalArgumentException(
                    "packing needs at least 1 sample per pack, not " + samples + "; choose 2 to 4, as in the paper");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "the critic scores several samples together (PacGAN, Lin et al. 2018)";
    }

    @Override
    public PackedCritic around(CriticArchitecture critic) {
        return of(critic, samples);
    }

    /**
     * Returns a critic of packs.
     *
     * @param critic the critic that scores a pack
     * @param samples m, the number of samples per pack; 2 to 4 in the paper
     */
    public static PackedCritic of(CriticArchitecture critic, int samples) {
        return new PackedCritic(critic, samples);
    }
}
