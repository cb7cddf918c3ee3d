package org.gan4j.metrics.privacy;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.gan4j.metrics.vectors.Neighbors;
import org.gan4j.tensor.TensorData;

/**
 * Attacks on membership by samples alone: a row that the generator was trained on may have a sample closer to it, or more
 * of them around it.
 *
 * @param byNearest the full black-box attack of GAN-Leaks (<a href="https://arxiv.org/abs/1909.03935">Chen et al.
 *     2020</a>): minus the distance to the nearest sample
 * @param byNeighborhood the Monte Carlo attack (<a href="https://doi.org/10.2478/popets-2019-0067">Hilprecht et al.
 *     2019</a>): the number of samples within ε, the median over all attacked rows of the distance to the nearest sample
 */
public record SampleAttacks(MembershipInference byNearest, MembershipInference byNeighborhood) {
    private static final String GENERATED = "generated";

    static SampleAttacks of(PrivacySets sets) {
        double[] members = nearest(sets, sets.training());
        double[] others = nearest(sets, sets.heldOut());
        double radius = median(DoubleStream.concat(Arrays.stream(members), Arrays.stream(others))
                .toArray());
        return new SampleAttacks(
                MembershipInference.of(negated(members), negated(others)),
                MembershipInference.of(within(sets, sets.training(), radius), within(sets, sets.heldOut(), radius)));
    }

    private static double[] nearest(PrivacySets sets, TensorData rows) {
        return Neighbors.of("attacked", rows, GENERATED, sets.samples(), 1).nearest();
    }

    private static double[] within(PrivacySets sets, TensorData rows, double radius) {
        return Arrays.stream(Neighbors.within("attacked", rows, GENERATED, sets.samples(), radius))
                .asDoubleStream()
                .toArray();
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
