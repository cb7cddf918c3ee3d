package org.gan4j.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets two sides take turns, A B A B ..., after a warm-up.
 *
 * @param atLeast how many pairs are timed even if that takes longer
 * @param atMost how many pairs are timed even if there were time for more
 * @param time how long it shall take, the warm-up, which takes a third of it, included
 */
record Interleaving(int atLeast, int atMost, Duration time) {
    Pairs of(Contestant first, Contestant second) {
        long began = System.nanoTime();
        while (elapsed(began) < time.toNanos() / 3) {
            first.step();
            second.step();
        }
        List<double[]> pairs = new ArrayList<>();
        while (pairs.size() < atLeast || pairs.size() < atMost && elapsed(began) < time.toNanos()) {
            pairs.add(new double[] {
                milliseconds(first.step()), milliseconds(second.step()),
            });
        }
        return new Pairs(side(pairs, 0), side(pairs, 1));
    }

    private static long elapsed(long began) {
        return System.nanoTime() - began;
    }

    private static double milliseconds(Step step) {
        return step.nanoseconds() / 1e6;
    }

    private static double[] side(List<double[]> pairs, int side) {
        return pairs.stream().mapToDouble(pair -> pair[side]).toArray();
    }
}
