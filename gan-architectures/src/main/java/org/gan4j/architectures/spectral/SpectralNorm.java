package org.gan4j.architectures.spectral;

import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.CriticWrapper;
import org.gan4j.api.network.GeneratorArchitecture;

/**
 * Spectral normalization (<a href="https://arxiv.org/abs/1802.05957">Miyato et al. 2018</a>) of all weights of another
 * architecture, which bounds the Lipschitz constant of each layer:
 *
 * <pre>
 * W̄ = W / σ(W),  σ(W) = uᵀ W v,  v ← Wᵀu / ‖Wᵀu‖,  u ← W v / ‖W v‖
 * </pre>
 *
 * σ is the largest singular value of W, with the kernels of a convolution flattened to one row per output. Each training
 * pass continues the power iteration for u and v from the state of the last update; no gradient flows through them.
 * Inference uses the u and v of training. Biases, embeddings and the scales of normalizations are kept as they are.
 *
 * <pre>
 * SpectralNorm.critic(Dcgan.critic())
 * </pre>
 *
 * It takes the place of a critic's other normalization, unless one is chosen: its {@code AUTO} is none.
 *
 * @param iterations the number of power iterations per update; 1 in the paper
 */
public record SpectralNorm(int iterations) implements CriticWrapper {
    static final String NAME = "spectral-norm";

    /** Returns the wrapper of critics with one power iteration per update, as in the paper. */
    public static SpectralNorm standard() {
        return new SpectralNorm(1);
    }

    /** Returns a critic whose weights are normalized, with one power iteration per update as in the paper. */
    public static SpectralNormCritic critic(CriticArchitecture of) {
        return new SpectralNormCritic(of, 1);
    }

    /** Returns a generator whose weights are normalized, with one power iteration per update. */
    public static SpectralNormGenerator generator(GeneratorArchitecture of) {
        return new SpectralNormGenerator(of, 1);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "divides the critic's weights by their largest singular value (Miyato et al. 2018)";
    }

    @Override
    public SpectralNormCritic around(CriticArchitecture critic) {
        return new SpectralNormCritic(critic, iterations);
    }

    static List<String> problems(int iterations) {
        return iterations >= 1
                ? List.of()
                : List.of("spectral normalization needs at least 1 power iteration per update, not " + iterations
                        + ": choose 1, as in the paper");
    }
}
