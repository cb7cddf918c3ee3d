package org.gan4j.architectures.packing;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.tensor.Shape;

/**
 * A critic of packs, see {@link Packing}. It joins each m consecutive samples of the batch along the first axis of a
 * sample, the channels of images or the features of vectors: another critic maps [N/m, m·C, ...] to scores [N/m, ...].
 * The batch size must be divisible by m.
 *
 * @param of the critic that scores a pack
 * @param samples m, the number of samples per pack; 2 to 4 in the paper
 */
public record PackedCritic(CriticArchitecture of, int samples) implements CriticArchitecture {
    public PackedCritic samples(int perPack) {
        return new PackedCritic(of, perPack);
    }

    @Override
    public String name() {
        return Packing.NAME;
    }

    @Override
    public String summary() {
        return "another critic that scores several samples together (PacGAN, Lin et al. 2018)";
    }

    @Override
    public int samplesPerScore() {
        return samples * of.samplesPerScore();
    }

    @Override
    public boolean isWrappedIn(String wrapper) {
        return name().equals(wrapper) || of.isWrappedIn(wrapper);
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.conditions("the packed critic", spec));
        if (samples < 1) {
            problems.add("a packed critic needs at least 1 sample per pack, not " + samples
                    + ": choose 2 to 4, as in the paper");
        }
        if (spec.input().shape().rank() == 0) {
            problems.add("the packed critic joins vectors or images, but its input "
                    + spec.input().name() + " is a single number per sample: use data with vectors or images");
        }
        if (problems.isEmpty()) {
            problems.addAll(of.problems(packed(spec)));
        }
        return problems;
    }

    @Override
    public PackedCritic resolved(NetworkSpec spec) {
        return new PackedCritic(of.resolved(packed(spec)), samples);
    }

    @Override
    public Network build(NetworkSpec spec) {
        return new PackedNetwork(of.build(packed(spec)), samples);
    }

    private NetworkSpec packed(NetworkSpec spec) {
        Field input = spec.input();
        Shape joined = input.shape().with(0, (long) samples * input.shape().dim(0));
        return spec.input(new Field(input.name(), input.dtype(), joined));
    }
}
