package org.gan4j.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets two sides take turns, A B A B ..., after a warm-up. A turn is a step, or as many as fit into 120 ms, of which the
 * median counts. There is a rest before each: OpenBLAS's threads spin for tens of milliseconds after a product, on
 * processors that the other side needs.
 *
 * @param rest before each turn
 * @param atLeast how many pairs are timed even if that takes longer
 * @param atMost how many pairs are timed even if there were time for more
 * @param time how long it shall take, the warm-up, which takes a third of it, included
 */
record Interleaving(Duration rest, int atLeast, int atMost, Duration time) {
    private static final long TURN = Duration.ofMillis(120).toNanos();

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

    /** Milliseconds of a step. */
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
