package org.gan4j.dsl.inference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The time that pieces of work take together, by their name. */
final class Stopwatch {
    private static final double NANOS = 1e9;
    /** Shorter times are not worth reading. */
    private static final double LEAST = 0.05;

    private final Map<String, Double> seconds = new LinkedHashMap<>();

    <T> T of(String work, Supplier<T> measured) {
        long start = System.nanoTime();
        try {
            return measured.get();
        } finally {
            seconds.merge(work, (System.nanoTime() - start) / NANOS, Double::sum);
        }
    }

    Map<String, Double> seconds() {
        Map<String, Double> worth = new LinkedHashMap<>(seconds);
        worth.values().removeIf(each -> each < LEAST);
        return worth;
    }
}
