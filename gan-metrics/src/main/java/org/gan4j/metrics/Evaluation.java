package org.gan4j.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.features.Features;

/**
 * Metrics of a GAN's samples against data, with everything that is needed to compare the numbers with others.
 *
 * @param parts one part per pair of sets and per kind of features
 * @param notes what a reader must know, such as that the samples are few; each is a sentence
 * @param seconds the time that each piece of work took, by its name
 */
public record Evaluation(List<Part> parts, List<String> notes, Map<String, Double> seconds) {
    private static final String PARTS = "parts";

    /**
     * Numbers that were measured on the same two sets with the same features.
     *
     * @param values the values by name, in the order of the metrics; {@code x.error} is the standard error of x
     * @param references the same numbers of what samples are judged beside, by name: data that are compared with other
     *     data, and a trivial baseline
     * @param metrics the metrics with their settings
     * @param protocol how they were measured
     */
    public record Part(
            Map<String, Double> values, Map<String, Reference> references, List<String> metrics, Protocol protocol) {
        /** Copies the values, whose order it keeps. */
        public Part {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
            metrics = List.copyOf(metrics);
        }

        /** Returns a copy whose numbers have other names. */
        public Part renamed(UnaryOperator<String> names) {
            Map<String, Reference> beside = new LinkedHashMap<>();
            references.forEach((name, each) ->
                    beside.put(name, new Reference(each.what, each.count, renamed(names, each.values))));
            return new Part(renamed(names, values), beside, metrics, protocol);
        }

        private static Map<String, Double> renamed(UnaryOperator<String> names, Map<String, Double> values) {
            Map<String, Double> renamed = new LinkedHashMap<>();
            values.forEach((name, value) -> renamed.put(names.apply(name), value));
            return renamed;
        }

        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>(values);
            map.put("metrics", metrics);
            map.put("protocol", protocol.toMap());
            if (!references.isEmpty()) {
                Map<String, Object> all = new LinkedHashMap<>();
                references.forEach((name, each) -> all.put(name, each.toMap()));
                map.put("references", all);
            }
            return map;
        }
    }

    /**
     * Numbers to judge those of samples by.
     *
     * @param what what was measured in place of samples
     * @param count the number of samples on each side
     * @param values the values by name
     */
    public record Reference(String what, int count, Map<String, Double> values) {
        /** Copies the values, whose order it keeps. */
        public Reference {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("what", what);
            map.put("count", count);
            map.put("values", values);
            return map;
        }
    }

    /** Copies all. */
    public Evaluation {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /**
     * Evaluates with all metrics of this module that compare features, with their default settings.
     *
     * @throws IllegalArgumentException if the features are of different networks, or the samples are too few
     */
    public static Evaluation of(Features real, Features fake, long seed) {
        List<Metric> ofFeatures = new MetricsPlugin()
                .metrics().stream()
                        .filter(metric -> metric.given() == Metric.Given.FEATURES && !metric.isOnRequest())
                        .toList();
        return of(ofFeatures, real, fake, seed);
    }

    /**
     * Evaluates with the given metrics.
     *
     * @throws IllegalArgumentException if the features are of different networks, or the samples are too few
     */
    public static Evaluation of(List<Metric> metrics, Features real, Features fake, long seed) {
        if (!real.source().equals(fake.source())) {
            throw new IllegalArgumentException("the features of " + real.samples() + " are "
                    + real.source().network() + ", those of " + fake.samples() + " are "
                    + fake.source().network() + ": extract both with the same network");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> settings = new ArrayList<>();
        for (Metric metric : metrics) {
            values.putAll(metric.measure(
                    MetricInput.of(real.vectors(), fake.vectors()).seed(seed)));
            settings.add(metric.toString());
        }
        Protocol protocol =
                new Protocol(real.source(), real.samples(), "", real.count(), fake.samples(), "", fake.count(), seed);
        return new Evaluation(List.of(new Part(values, Map.of(), settings, protocol)), List.of(), Map.of());
    }

    /** Returns this evaluation followed by another. */
    public Evaluation and(Evaluation other) {
        Map<String, Double> both = new LinkedHashMap<>(seconds);
        other.seconds.forEach((what, time) -> both.merge(what, time, Double::sum));
        return new Evaluation(
                Stream.concat(parts.stream(), other.parts.stream()).toList(),
                Stream.concat(notes.stream(), other.notes.stream()).distinct().toList(),
                both);
    }

    /** Returns this evaluation with a prefix added to the name of each number. */
    public Evaluation prefixed(String prefix) {
        return new Evaluation(
                parts.stream().map(part -> part.renamed(name -> prefix + name)).toList(), notes, seconds);
    }

    /** Returns all numbers by name, in order. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        parts.forEach(part -> values.putAll(part.values));
        return Collections.unmodifiableMap(values);
    }

    /**
     * Returns everything for JSON, in order: the numbers, then the metrics with their settings, the protocol and the
     * references. Several parts become a list, {@code parts}. Notes and times follow, if there are any.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (parts.size() == 1) {
            map.putAll(parts.get(0).toMap());
        } else {
            map.put(PARTS, parts.stream().map(Part::toMap).toList());
        }
        if (!notes.isEmpty()) {
            map.put("notes", notes);
        }
        if (!seconds.isEmpty()) {
            map.put("seconds", seconds);
        }
        return map;
    }

    /** Returns tables with one line per number, and how they were measured. */
    @Override
    public String toString() {
        return EvaluationTable.of(this);
    }
}
