package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The evaluations of several runs, number by number. Only what was measured alike in all runs is compared: with equal
 * features, data, counts, weights and settings of the metric. A run may have been measured in other ways, too.
 */
final class ComparedNumbers {
    /** A number of an evaluation, with the way in which it was measured. */
    record Measured(int step, double value, Way way) {}

    /** By identity, since two runs may be equal in all that is known of them. */
    private final Map<RunReport, Map<String, List<Measured>>> byRun = new IdentityHashMap<>();

    /** A way for each number that can be compared. */
    private final Map<String, Way> alike = new LinkedHashMap<>();

    private final Set<String> different = new LinkedHashSet<>();

    ComparedNumbers(List<RunReport> runs) {
        Map<Way, Way> ways = new HashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (RunReport run : runs) {
            Map<String, List<Measured>> measured = measured(run, ways);
            names.addAll(measured.keySet());
            byRun.put(run, measured);
        }
        for (String name : names) {
            List<List<Measured>> all = runs.stream()
                    .map(run -> byRun.get(run).get(name))
                    .filter(Objects::nonNull)
                    .toList();
            common(all).ifPresentOrElse(way -> alike.put(name, way), () -> different.add(name));
        }
    }

    /** Returns the numbers of a run. Equal ways are one object, of which there are few. */
    private static Map<String, List<Measured>> measured(RunReport run, Map<Way, Way> ways) {
        Map<String, List<Measured>> numbers = new LinkedHashMap<>();
        for (JsonNode evaluation : run.evaluations()) {
            int step = evaluation.path("step").asInt();
            for (JsonNode part : EvaluationJson.parts(evaluation)) {
                Way way = ways.computeIfAbsent(Way.of(part), each -> each);
                part.properties().forEach(field -> {
                    if (EvaluationJson.isValue(field.getKey(), field.getValue())) {
                        numbers.computeIfAbsent(field.getKey(), any -> new ArrayList<>())
                                .add(new Measured(step, field.getValue().asDouble(), way));
                    }
                });
            }
        }
        return numbers;
    }

    /** Returns the way in which all runs have measured a number; of several, the most frequent one. */
    private static Optional<Way> common(List<List<Measured>> all) {
        List<Map<Way, Long>> counts = all.stream()
                .map(run -> run.stream()
                        .collect(Collectors.groupingBy(Measured::way, LinkedHashMap::new, Collectors.counting())))
                .<Map<Way, Long>>map(each -> each)
                .toList();
        return counts.get(0).keySet().stream()
                .filter(way -> counts.stream().allMatch(each -> count(each, way) > 0))
                .max(Comparator.comparingLong(way ->
                        counts.stream().mapToLong(each -> count(each, way)).sum()));
    }

    private static long count(Map<Way, Long> counts, Way way) {
        return counts.entrySet().stream()
                .filter(each -> way.isLike(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
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
                .filter(each -> alike.get(number).isLike(each.way))
                .forEach(each -> latest.put(each.step(), each));
        return latest.values().stream();
    }

    /** Returns the value of a number in a run after its last evaluated step. */
    Optional<Measured> last(RunReport run, String number) {
        return of(run, number).reduce((first, second) -> second.step() >= first.step() ? second : first);
    }
}
