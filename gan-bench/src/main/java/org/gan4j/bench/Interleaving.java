package org.gan4j.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The schedule in which two sides take turns, A B A B ..., after a warm-up. A turn is one step, or as many as fit into
 * 120 ms, in which case their median counts. A rest precedes each turn: after a product, OpenBLAS's threads spin for
 * tens of milliseconds on processors that the other side needs.
 *
 * @param rest the rest before each turn
 * @param atLeast the minimum number of timed pairs, even if they take longer than {@code time}
 * @param atMost the maximum number of timed pairs, even if time is left
 * @param time the total duration, one third of which is warm-up
 */
record Interleaving(Duration rest, int atLeast, int atMost, Duration time) {
    private static final long TURN = Duration.ofMillis(120).toNanos();

    /** Times both sides in turn. */
    Pairs of(Contestant first, Contestant second) {
        long began = System.nanoTime();
        while (elapsed(began) < time.toNanos() / 3) {
            turn(first);
            turn(second);
        }
        List<double[]> pairs = new ArrayList<>();
        while (pairs.size() < atLeast || pairs.size() < atMost && elapsed(began) < time.toNanos()) {
            pairs.add(new double[] {
                turn(first), turn(second),
            });
        }
        return new Pairs(side(pairs, 0), side(pairs, 1));
    }

    private static long elapsed(long began) {
        return System.nanoTime() - began;
    }

    /** Runs a turn and returns the milliseconds of a step. */
    private double turn(Contestant side) {
        Cooldown.rest(rest);
        List<Double> steps = new ArrayList<>();
        long total = 0;
        while (total < TURN) {
            long took = side.step().nanoseconds();
            steps.add(took / 1e6);
            total += took;
        }
        return Pairs.median(steps.stream().mapToDouble(each -> each).toArray());
    }

    private static double[] side(List<double[]> pairs, int side) {
        return pairs.stream().mapToDouble(pair -> pair[side]).toArray();
    }
}
