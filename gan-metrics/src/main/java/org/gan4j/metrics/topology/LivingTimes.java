package org.gan4j.metrics.topology;

import java.util.List;
import java.util.stream.DoubleStream;
import org.gan4j.metrics.topology.Holes.Interval;

/** The relative living times of numbers of holes: for how much of all scales there are exactly i of them. */
final class LivingTimes {
    private LivingTimes() {}

    /**
     * Returns the share of the scales from 0 to the largest where there are exactly i holes, for i below {@code most}.
     */
    static double[] of(List<Interval> holes, double largest, int most) {
        double[] times = new double[most];
        if (largest <= 0) { // all points are equal
            times[0] = 1;
            return times;
        }
        double[] scales = DoubleStream.concat(
                        DoubleStream.of(0, largest),
                        holes.stream().flatMapToDouble(hole -> DoubleStream.of(hole.birth(), hole.death())))
                .map(scale -> Math.min(scale, largest))
                .sorted()
                .distinct()
                .toArray();
        for (int i = 1; i < scales.length; i++) {
            double middle = (scales[i - 1] + scales[i]) / 2;
            int count = (int) holes.stream()
                    .filter(hole -> hole.birth() <= middle && middle < hole.death())
                    .count();
            if (count < most) {
                times[count] += (scales[i] - scales[i - 1]) / largest;
            }
        }
        return times;
    }
}
