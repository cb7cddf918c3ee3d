package org.gan4j.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.Metric;

/**
 * Metrics of generated samples beside data, with all that one must know to compare the numbers with others.
 *
 * @param values by name, in the order of the metrics
 * @param settings the metrics with their settings
 * @param network how both sides' features were made
 * @param real which data
 * @param fake which samples
 * @param seed by which samples and data were chosen
 */
public record Evaluation(
        Map<String, Double> values, List<String> settings, String network, Side real, Side fake, long seed) {
    private static final String ERROR = ".error";

    /**
     * One of the two sets.
     *
     * @param samples the data and split, or the generator and seed
     */
    public record Side(int count, String samples) {
        private static Side of(Features features) {
            return new Side(features.count(), features.samples());
        }

        @Override
        public String toString() {
            return count + " " + samples;
        }
    }

    public Evaluation {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        settings = List.copyOf(settings);
    }

    /** By all metrics of this module with their usual settings. */
    public static Evaluation of(Features real, Features fake, long seed) {
        return of(new MetricsPlugin().metrics(), real, fake, seed);
    }

    /**
     * By these metrics.
     *
     * @throws IllegalArgumentException if the two sides' features are not of one kind, or too few
     */
    public static Evaluation of(List<Metric> metrics, Features real, Features fake, long seed) {
        if (!real.network().equals(fake.network())) {
            throw new IllegalArgumentException("the features of " + real.samples() + " are " + real.network()
                    + ", those of " + fake.samples() + " are " + fake.network() + ": make both in the same way");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> settings = new ArrayList<>();
        for (Metric metric : metrics) {
            values.putAll(metric.measure(real.vectors(), fake.vectors()));
            settings.add(metric.toString());
        }
        return new Evaluation(values, settings, real.network(), Side.of(real), Side.of(fake), seed);
    }

    /** Everything, for JSON: numbers, texts and a list of texts, in order. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(values);
        map.put("features", network);
        map.put("real", real.samples());
        map.put("real.count", real.count());
        map.put("fake", fake.samples());
        map.put("fake.count", fake.count());
        map.put("seed", seed);
        map.put("metrics", settings);
        return map;
    }

    /** A table with a line for each number. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        String line = "%-16s %-19s %-50s %-30s %-30s %s%n";
        table.append(String.format(Locale.ROOT, line, "metric", "value", "features", "real", "fake", "seed"));
        values.forEach((name, value) -> {
            if (!name.endsWith(ERROR)) {
                table.append(String.format(Locale.ROOT, line, name, text(name, value), network, real, fake, seed));
            }
        });
        return table.toString();
    }

    /** With its standard error, if it has one. */
    private String text(String name, double value) {
        String plain = String.format(Locale.ROOT, "%.4f", value);
        return Optional.ofNullable(values.get(name + ERROR))
                .map(error -> plain + String.format(Locale.ROOT, " ± %.4f", error))
                .orElse(plain);
    }
}
