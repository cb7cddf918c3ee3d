package org.gan4j.architectures.spectral;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;

/**
 * A critic with spectral normalization, see {@link SpectralNorm}.
 *
 * @param of the critic whose weights are normalized
 * @param iterations the number of power iterations per update; 1 in the paper
 */
public record SpectralNormCritic(CriticArchitecture of, int iterations) implements CriticArchitecture {
    public SpectralNormCritic iterations(int count) {
        return new SpectralNormCritic(of, count);
    }

    @Override
    public String name() {
        return SpectralNorm.NAME;
    }

    @Override
    public String summary() {
        return "another critic whose weights are divided by their largest singular value (Miyato et al. 2018)";
    }

    @Override
    public int samplesPerScore() {
        return of.samplesPerScore();
    }

    @Override
    public boolean isWrappedIn(String wrapper) {
        return name().equals(wrapper) || of.isWrappedIn(wrapper);
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(SpectralNorm.problems(iterations));
        problems.addAll(of.problems(spec.normalized(true)));
        return problems;
    }

    @Override
    public SpectralNormCritic resolved(NetworkSpec spec) {
        return new SpectralNormCritic(of.resolved(spec.normalized(true)), iterations);
    }

    @Override
    public Network build(NetworkSpec spec) {
        return SpectralNormNetwork.of(of.build(spec.normalized(true)), spec.scope(), iterations);
    }
}
