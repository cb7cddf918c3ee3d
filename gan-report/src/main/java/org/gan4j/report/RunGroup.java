package org.gan4j.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs that are alike but for their seed, so that their differences are chance.
 *
 * @param name the name for people
 * @param runs the runs, of which there is at least one
 */
public record RunGroup(String name, List<RunReport> runs) {
    /** Settings that say for how long a run was trained and how it was looked at, which do not change what it learned. */
    private static final Set<String> UNIMPORTANT = Set.of(
            "seed",
            "steps",
            "summary",
            "sample-every",
            "checkpoint-every",
            "evaluate-every",
            "evaluate-count",
            "evaluate-metrics",
            "evaluate-extractors",
            "evaluate-weights",
            "diagnose-every");

    private static final int NAMED = 2;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no run
     */
    public RunGroup {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("the group " + name + " has no run");
        }
    }

    /** Returns runs as groups: those with equal settings, apart from their seed and their length, belong together. */
    public static List<RunGroup> of(List<RunReport> runs) {
        Map<Object, List<RunReport>> alike = new LinkedHashMap<>();
        runs.forEach(run -> {
            Object key = run.experiment().isEmpty() ? run : settings(run); // unknown settings are like no others
            alike.computeIfAbsent(key, any -> new ArrayList<>()).add(run);
        });
        return alike.values().stream().map(RunGroup::named).toList();
    }

    private static RunGroup named(List<RunReport> runs) {
        String names = runs.stream().limit(NAMED).map(RunReport::name).collect(Collectors.joining(", "));
        int more = runs.size() - NAMED;
        return new RunGroup(more > 0 ? names + " and " + more + " more" : names, runs);
    }

    /** Returns the settings of a run that matter. */
    static ObjectNode settings(RunReport run) {
        ObjectNode copy = run.experiment().deepCopy();
        UNIMPORTANT.forEach(copy::remove);
        return copy;
    }
}
