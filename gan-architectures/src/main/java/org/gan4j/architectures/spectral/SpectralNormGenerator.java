package org.gan4j.architectures.spectral;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;

/**
 * A generator with spectral normalization, see {@link SpectralNorm}.
 *
 * @param of the generator whose weights are normalized
 * @param iterations the number of power iterations per update; 1 in the paper
 */
public record SpectralNormGenerator(GeneratorArchitecture of, int iterations) implements GeneratorArchitecture {
    public SpectralNormGenerator iterations(int count) {
        return new SpectralNormGenerator(of, count);
    }

    @Override
    public String name() {
        return SpectralNorm.NAME;
    }

    @Override
    public String summary() {
        return "another generator whose weights are divided by their largest singular value (Miyato et al. 2018)";
    }

    @Override
    public int latent() {
        return of.latent();
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(SpectralNorm.problems(iterations));
        problems.addAll(of.problems(spec));
        return problems;
    }

    @Override
    public SpectralNormGenerator resolved(NetworkSpec spec) {
        return new SpectralNormGenerator(of.resolved(spec), iterations);
    }

    @Override
    public Network build(NetworkSpec spec) {
        return SpectralNormNetwork.of(of.build(spec), spec.scope(), iterations);
    }
}
