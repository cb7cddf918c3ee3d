package org.gan4j.dsl.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gan4j.metrics.Protocol;

/**
 * An evaluation in the log of a run, with the protocol of each number.
 *
 * @param step the number of completed steps
 * @param duringTraining whether training made it, rather than somebody who asked for it
 * @param parts the numbers by the way they were measured
 */
public record StoredEvaluation(int step, boolean duringTraining, List<Part> parts) {
    /**
     * Numbers that were measured in one way.
     *
     * @param values the numbers by name, {@code x.error} is the standard error of x
     * @param data the numbers of data that were compared with other data
     * @param baseline the numbers of a trivial baseline
     * @param metrics the metrics with their settings
     */
    public record Part(
            Map<String, Double> values, Reference data, Reference baseline, List<String> metrics, Protocol protocol) {}

    /**
     * Numbers that those of samples are judged by.
     *
     * @param count the number of rows that were measured in place of samples; 0 if there are none
     * @param values the numbers by name; empty if there are none
     */
    public record Reference(int count, Map<String, Double> values) {}

    /** Copies the parts. */
    public StoredEvaluation {
        parts = List.copyOf(parts);
    }

    /** Returns the parts by the name of each of their numbers. */
    public Map<String, Part> byNumber() {
        Map<String, Part> all = new LinkedHashMap<>();
        parts.forEach(part -> part.values.keySet().forEach(name -> all.put(name, part)));
        return all;
    }

    /**
     * Returns the differences that make the numbers of this evaluation and another one incomparable, each as "what: this;
     * other". Empty if all numbers that both have were measured alike.
     */
    public List<String> differences(StoredEvaluation other) {
        List<String> differences = new ArrayList<>();
        Map<String, Part> theirs = other.byNumber();
        byNumber().forEach((name, part) -> {
            Part same = theirs.get(name);
            if (same != null) {
                differences.addAll(part.protocol.differences(same.protocol));
                differences.addAll(settings(part.metrics, same.metrics));
            }
        });
        return differences.stream().distinct().toList();
    }

    /** Returns whether both have a number in common, and all that they have in common were measured alike. */
    public boolean isComparable(StoredEvaluation other) {
        return differences(other).isEmpty() && byNumber().keySet().stream().anyMatch(other.byNumber()::containsKey);
    }

    /** Returns the metrics that both have with other settings. */
    private static List<String> settings(List<String> ours, List<String> theirs) {
        Map<String, String> byName = theirs.stream()
                .collect(Collectors.toMap(StoredEvaluation::name, each -> each, (first, second) -> first + second));
        return ours.stream()
                .filter(each ->
                        ours.stream().filter(o -> name(o).equals(name(each))).count() == 1)
                .filter(each -> byName.containsKey(name(each))
                        && !byName.get(name(each)).equals(each))
                .map(each -> "the metric: " + each + "; " + byName.get(name(each)))
                .toList();
    }

    private static String name(String metric) {
        int settings = metric.indexOf('[');
        return settings < 0 ? metric : metric.substring(0, settings);
    }
}
