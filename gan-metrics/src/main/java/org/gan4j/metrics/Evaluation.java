package org.gan4j.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.metrics.features.Features;

/**
 * Metrics of a GAN's samples against data, with everything that is needed to compare the numbers with others.
 *
 * @param parts one part per pair of sets and per kind of features
 * @param seed the seed that chose the samples and the data
 */
public record Evaluation(List<Part> parts, long seed) {
    private static final String ERROR = ".error";
    private static final int NAME_COLUMN = 16;

    /**
     * Numbers that were measured on the same two sets with the same features.
     *
     * @param values the values by name, in the order of the metrics
     * @param settings the metrics with their settings
     * @param network the network that computed the features of both sets, or {@link Features#NONE}
     * @param real the data
     * @param fake the generated samples
     */
    public record Part(Map<String, Double> values, List<String> settings, String network, Side real, Side fake) {
        public Part {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            settings = List.copyOf(settings);
        }

        private Part prefixed(String prefix) {
            Map<String, Double> renamed = new LinkedHashMap<>();
            values.forEach((name, value) -> renamed.put(prefix + name, value));
            return new Part(renamed, settings, network, real, fake);
        }

        private Map<String, Object> toMap(long seed) {
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
    }

    /**
     * One of the two sets.
     *
     * @param count the number of samples
     * @param samples the origin: the data and split, or the generator and seed
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
        parts = List.copyOf(parts);
    }

    /**
     * Evaluates with all metrics of this module that compare features, with their default settings.
     *
     * @throws IllegalArgumentException if the features are of different networks, or the samples are too few
     */
    public static Evaluation of(Features real, Features fake, long seed) {
        List<Metric> ofFeatures = new MetricsPlugin()
                .metrics().stream()
                        .filter(metric -> metric.given() == Metric.Given.FEATURES)
                        .toList();
        return of(ofFeatures, real, fake, seed);
    }

    /**
     * Evaluates with the given metrics.
     *
     * @throws IllegalArgumentException if the features are of different networks, or the samples are too few
     */
    public static Evaluation of(List<Metric> metrics, Features real, Features fake, long seed) {
        if (!real.network().equals(fake.network())) {
            throw new IllegalArgumentException(
                    "the features of " + real.samples() + " are " + real.network() + ", those of " + fake.samples()
                            + " are " + fake.network() + ": extract both with the same network");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> settings = new ArrayList<>();
        for (Metric metric : metrics) {
            values.putAll(metric.measure(real.vectors(), fake.vectors()));
            settings.add(metric.toString());
        }
        return new Evaluation(List.of(new Part(values, settings, real.network(), Side.of(real), Side.of(fake))), seed);
    }

    /** Returns this evaluation followed by another of the same seed. */
    public Evaluation and(Evaluation other) {
        return new Evaluation(
                Stream.concat(parts.stream(), other.parts.stream()).toList(), seed);
    }

    /** Returns this evaluation with a prefix added to the name of each number. */
    public Evaluation prefixed(String prefix) {
        return new Evaluation(parts.stream().map(part -> part.prefixed(prefix)).toList(), seed);
    }

    /** Returns all numbers by name, in order. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        parts.forEach(part -> values.putAll(part.values));
        return Collections.unmodifiableMap(values);
    }

    /**
     * Returns everything for JSON, in order: the numbers, then the settings they were measured with. Several parts
     * become a list, {@code parts}.
     */
    public Map<String, Object> toMap() {
        return parts.size() == 1
                ? parts.get(0).toMap(seed)
                : Map.of("parts", parts.stream().map(part -> part.toMap(seed)).toList());
    }

    /** Returns a table with one line per number. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        int longest = values().keySet().stream()
                .filter(name -> !name.endsWith(ERROR))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String line = "%-" + Math.max(NAME_COLUMN, longest) + "s %-19s %-50s %-30s %-30s %s%n";
        table.append(String.format(Locale.ROOT, line, "metric", "value", "features", "real", "fake", "seed"));
        for (Part part : parts) {
            part.values.forEach((name, value) -> {
                if (!name.endsWith(ERROR)) {
                    String text = text(value, Optional.ofNullable(part.values.get(name + ERROR)));
                    table.append(
                            String.format(Locale.ROOT, line, name, text, part.network, part.real, part.fake, seed));
                }
            });
        }
        return table.toString();
    }

    /** Formats a value with its standard error, if it has one. */
    private static String text(double value, Optional<Double> error) {
        String plain = String.format(Locale.ROOT, "%.4f", value);
        return error.map(by -> plain + String.format(Locale.ROOT, " ± %.4f", by))
                .orElse(plain);
    }
}
