package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The evaluations of several runs, number by number. Only what was measured alike in all runs is compared: with equal
 * features, data, counts, weights and settings of the metric. A run may have been measured in other ways, too.
 */
final class ComparedNumbers {
    /** Parts of a protocol that may differ: which samples, and how they were drawn. */
    private static final List<String> FREE = List.of("samples", "seed");

    /** A number of an evaluation, with the part that says how it was measured. */
    record Measured(int step, double value, JsonNode part) {}

    private final Map<RunReport, Map<String, List<Measured>>> byRun = new LinkedHashMap<>();
    /** A part for each number that can be compared, which says how. */
    private final Map<String, JsonNode> alike = new LinkedHashMap<>();

    private final Set<String> different = new LinkedHashSet<>();

    ComparedNumbers(List<RunReport> runs) {
        runs.forEach(run -> byRun.put(run, measured(run)));
        Set<String> names = new LinkedHashSet<>();
        byRun.values().forEach(each -> names.addAll(each.keySet()));
        for (String name : names) {
            common(name).ifPresentOrElse(part -> alike.put(name, part), () -> different.add(name));
        }
    }

    /** Returns a way to measure a number that all runs have that have the number; of several, the most frequent one. */
    private Optional<JsonNode> common(String name) {
        List<List<Measured>> all = byRun.values().stream()
                .map(each -> each.get(name))
                .filter(Objects::nonNull)
                .toList();
        return all.get(0).stream()
                .map(Measured::part)
                .filter(part -> all.stream().allMatch(each -> count(each, part) > 0))
                .max(Comparator.comparingLong(part ->
                        all.stream().mapToLong(each -> count(each, part)).sum()));
    }

    private static long count(List<Measured> measured, JsonNode part) {
        return measured.stream().filter(each -> isAlike(part, each.part)).count();
    }

    private static Map<String, List<Measured>> measured(RunReport run) {
        Map<String, List<Measured>> numbers = new LinkedHashMap<>();
        for (JsonNode evaluation : run.evaluations()) {
            for (JsonNode part : EvaluationJson.parts(evaluation)) {
                part.properties().forEach(field -> {
                    if (EvaluationJson.isValue(field.getKey(), field.getValue())) {
                        numbers.computeIfAbsent(field.getKey(), any -> new ArrayList<>())
                                .add(new Measured(
                                        evaluation.path("step").asInt(),
                                        field.getValue().asDouble(),
                                        part));
                    }
                });
            }
        }
        return numbers;
    }

    private static boolean isAlike(JsonNode one, JsonNode other) {
        return protocol(one).equals(protocol(other)) && settings(one, other).isEmpty();
    }

    private static ObjectNode protocol(JsonNode part) {
        JsonNode protocol = part.path("protocol");
        ObjectNode copy = protocol.isObject() ? protocol.deepCopy() : part.deepCopy();
        FREE.forEach(copy::remove);
        return copy;
    }

    /** Returns the metrics that both have with other settings. */
    private static List<String> settings(JsonNode one, JsonNode other) {
        Set<String> theirs = new LinkedHashSet<>();
        other.path("metrics").forEach(each -> theirs.add(each.asText()));
        List<String> differing = new ArrayList<>();
        one.path("metrics").forEach(each -> {
            String name = name(each.asText());
            boolean known = theirs.stream().anyMatch(text -> name(text).equals(name));
            if (known && !theirs.contains(each.asText())) {
                differing.add(name);
            }
        });
        return differing;
    }

    private static String name(String metric) {
        int settings = metric.indexOf('[');
        return settings < 0 ? metric : metric.substring(0, settings);
    }

    /** Returns the names of the numbers that were measured alike in all runs that have them. */
    Set<String> alike() {
        return alike.keySet();
    }

    /** Returns the names of the numbers that cannot be compared. */
    Set<String> different() {
        return different;
    }

    /** Returns the values of a number in a run, by step; of several at a step, the latest one. */
    Stream<Measured> of(RunReport run, String number) {
        Map<Integer, Measured> latest = new LinkedHashMap<>();
        byRun.get(run).getOrDefault(number, List.of()).stream()
                .filter(each -> isAlike(alike.get(number), each.part))
                .forEach(each -> latest.put(each.step(), each));
        return latest.values().stream();
    }

    /** Returns the value of a number in a run after its last evaluated step. */
    Optional<Measured> last(RunReport run, String number) {
        return of(run, number).reduce((first, second) -> second.step() >= first.step() ? second : first);
    }
}
