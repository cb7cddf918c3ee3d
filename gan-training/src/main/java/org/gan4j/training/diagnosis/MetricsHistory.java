package org.gan4j.training.diagnosis;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The metrics of a phase so far, of which the latest are kept. */
final class MetricsHistory {
    /** The steps of the window that most detectors look at. */
    static final int WINDOW = 50;
    /** The steps that are kept. */
    static final int LONGEST = 240;
    /** The steps at the beginning of a phase that later ones are compared with. */
    static final int FIRST = 20;
    /** The steps between two looks at the window. */
    static final int EVERY = 10;

    private final Map<String, Kept> kept = new TreeMap<>();

    private static final class Kept {
        private final double[] ring = new double[LONGEST];
        private long count;
        private double first = Double.NaN;
        private double peak;

        private void add(double value) {
            ring[(int) (count++ % LONGEST)] = value;
            if (count == FIRST) {
                first = Series.median(recent());
            }
        }

        private double[] recent() {
            int length = (int) Math.min(count, LONGEST);
            double[] recent = new double[length];
            for (int i = 0; i < length; i++) {
                recent[i] = ring[(int) ((count - length + i) % LONGEST)];
            }
            return recent;
        }

        private Series series() {
            double[] recent = recent();
            peak = Math.max(peak, Series.median(Arrays.copyOfRange(recent, recent.length - WINDOW, recent.length)));
            return new Series(recent, first, peak);
        }
    }

    /** Forgets the metrics, since a new phase has another game. */
    void clear() {
        kept.clear();
    }

    /** Adds the metrics of a step, and returns those of the latest steps every few steps. */
    Optional<MetricsWindow> add(int step, Map<String, Double> metrics) {
        // metrics.jsonl has floats: a resumed run must see the same numbers
        metrics.forEach(
                (name, value) -> kept.computeIfAbsent(name, any -> new Kept()).add(value.floatValue()));
        if (step % EVERY != 0) {
            return Optional.empty();
        }
        Map<String, Series> series = new TreeMap<>();
        kept.forEach((name, each) -> {
            if (each.count >= WINDOW) {
                series.put(name, each.series());
            }
        });
        return Optional.of(new MetricsWindow(step, series));
    }
}
