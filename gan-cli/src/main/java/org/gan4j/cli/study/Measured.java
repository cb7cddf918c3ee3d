package org.gan4j.cli.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.evaluation.NumberPart;
import org.gan4j.dsl.run.EvaluationLog;
import org.gan4j.dsl.run.EvaluationLog.Entry;
import org.gan4j.training.RunDirectory;

/**
 * What is known of a cell so far.
 *
 * @param result its end; empty if it has not ended
 * @param series the values of each number by step
 */
record Measured(Cell cell, Optional<CellResult> result, Map<String, SortedMap<Integer, Double>> series) {
    static Measured of(Cell cell, Path study) {
        Path folder = cell.folder(study);
        List<Entry> entries = new EvaluationLog(new RunDirectory(folder).evaluations()).entries();
        boolean several = entries.stream().map(Entry::weights).distinct().count() > 1;
        Map<String, SortedMap<Integer, Double>> series = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String suffix = several ? " (" + entry.weights().name().toLowerCase(Locale.ROOT) + ")" : "";
            entry.values().forEach((name, value) -> {
                if (!NumberPart.ERROR.matches(name, entry.values().keySet())) {
                    series.computeIfAbsent(name + suffix, any -> new TreeMap<>())
                            .put(entry.step(), value);
                }
            });
        }
        return new Measured(cell, CellResult.read(folder), series);
    }

    /** Returns the name of a number without the weights that it is of. */
    static String plain(String number) {
        return number.replaceFirst(" \\((latest|ema)\\)$", "");
    }

    /** Returns the last value of a number, if the cell was trained to its end. */
    Optional<Double> last(String number) {
        SortedMap<Integer, Double> values = values(number);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.lastKey()));
    }

    /** Returns the value that is nearest to a goal, if the cell was trained to its end. */
    Optional<Double> nearest(String number, double goal) {
        Double nearest = null;
        for (double value : values(number).values()) {
            if (nearest == null || Math.abs(value - goal) < Math.abs(nearest - goal)) {
                nearest = value;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private SortedMap<Integer, Double> values(String number) {
        boolean complete = result.filter(CellResult::isComplete).isPresent();
        return complete ? series.getOrDefault(number, new TreeMap<>()) : new TreeMap<>();
    }
}
