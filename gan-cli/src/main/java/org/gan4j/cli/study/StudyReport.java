package org.gan4j.cli.study;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.cli.tables.MarkdownTable;
import org.gan4j.data.images.PngFiles;
import org.gan4j.report.ComparisonPage;
import org.gan4j.report.RunGroup;
import org.gan4j.report.RunReader;
import org.gan4j.report.RunReport;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.training.RunDirectory;

/**
 * The results of a study so far.
 *
 * @param baseline the numbers of data compared with other data
 * @param cells all cells, in the order in which they are trained
 */
record StudyReport(StudyPlan plan, Map<String, Double> baseline, List<Measured> cells) {
    static final String BASELINE = "real.json";
    static final List<String> FILES = List.of("study.md", "study.csv", "study.png", "study.html");

    /** Reads the results in a study's folder. */
    static StudyReport of(StudyPlan plan, Path folder) {
        List<Measured> cells =
                plan.cells().stream().map(cell -> Measured.of(cell, folder)).toList();
        return new StudyReport(plan, baseline(folder.resolve(BASELINE)), cells);
    }

    private static Map<String, Double> baseline(Path file) {
        try {
            return Files.exists(file)
                    ? new ObjectMapper()
                            .readValue(Files.readAllBytes(file), new TypeReference<LinkedHashMap<String, Double>>() {})
                    : Map.of();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    /** Writes the table, the values of each cell, the figure and the page. */
    void write(Path folder) {
        AtomicFile.write(folder.resolve(FILES.get(0)), text() + notes());
        AtomicFile.write(folder.resolve(FILES.get(1)), csv());
        StudyFigure.of(this).ifPresent(image -> PngFiles.write(folder.resolve(FILES.get(2)), image));
        page(folder);
    }

    /** Writes the page that compares the arms, as soon as there are runs. */
    private void page(Path folder) {
        List<RunGroup> groups = new ArrayList<>();
        for (Arm arm : plan.arms()) {
            List<RunReport> runs = plan.cells().stream()
                    .filter(cell -> cell.arm().equals(arm))
                    .map(cell -> new RunDirectory(cell.folder(folder)))
                    .filter(run -> Files.exists(run.experiment()))
                    .map(run -> RunReader.of(run).read())
                    .toList();
            if (!runs.isEmpty()) {
                groups.add(new RunGroup(arm.name(), runs));
            }
        }
        if (!groups.isEmpty()) {
            ComparisonPage.write(
                    "Study " + folder.toAbsolutePath().normalize().getFileName(), groups, folder.resolve(FILES.get(3)));
        }
    }

    /** Returns the names of all numbers, in the order in which they were measured. */
    Set<String> numbers() {
        Set<String> names = new LinkedHashSet<>();
        cells.forEach(cell -> names.addAll(cell.series().keySet()));
        return names;
    }

    List<Measured> of(Arm arm) {
        return cells.stream().filter(cell -> cell.cell().arm().equals(arm)).toList();
    }

    /** Returns the number that data have when they are compared with other data. */
    OptionalDouble goal(String number) {
        Double value = baseline.get(Measured.plain(number));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Returns one line about a cell. */
    String described(Cell cell) {
        Measured found = cells.stream()
                .filter(each -> each.cell().equals(cell))
                .findFirst()
                .orElseThrow();
        Optional<CellResult> result = found.result();
        if (result.isEmpty() || !result.get().isComplete()) {
            return result.map(ended -> ended.outcome().name().toLowerCase(Locale.ROOT) + ": " + ended.reason())
                    .orElse("not done");
        }
        StringBuilder line = new StringBuilder("step " + result.get().step());
        numbers().forEach(number -> found.last(number)
                .ifPresent(value -> line.append("  ").append(number).append(' ').append(Spread.number(value))));
        return line.toString();
    }

    /** Returns the table as Markdown. */
    String text() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("arm", "seeds", "steps", "time a step"));
        for (String number : numbers()) {
            head.add(number + ", last");
            if (goal(number).isPresent()) {
                head.add(number + ", best");
            }
        }
        rows.add(head);
        if (!baseline.isEmpty()) {
            rows.add(real());
        }
        plan.arms().forEach(arm -> rows.add(row(arm)));
        return MarkdownTable.of(rows);
    }

    private List<String> real() {
        List<String> row = new ArrayList<>(List.of("*data against data*", "", "", ""));
        for (String number : numbers()) {
            OptionalDouble goal = goal(number);
            row.add(goal.isPresent() ? Spread.number(goal.getAsDouble()) : "");
            goal.ifPresent(any -> row.add(""));
        }
        return row;
    }

    private List<String> row(Arm arm) {
        List<Measured> all = of(arm);
        List<Measured> complete = all.stream()
                .filter(cell -> cell.result().filter(CellResult::isComplete).isPresent())
                .toList();
        List<String> row = new ArrayList<>();
        row.add(arm.name());
        row.add(complete.size() + " of " + all.size());
        List<Double> steps = complete.stream()
                .map(cell -> (double) cell.result().orElseThrow().step())
                .toList();
        row.add(
                steps.isEmpty()
                        ? "-"
                        : String.format(Locale.ROOT, "%.0f", Spread.of(steps).mean()));
        row.add(time(arm));
        for (String number : numbers()) {
            row.add(spread(complete.stream().map(cell -> cell.last(number))));
            goal(number).ifPresent(goal -> row.add(spread(complete.stream().map(cell -> cell.nearest(number, goal)))));
        }
        return row;
    }

    private static String spread(Stream<Optional<Double>> values) {
        return Spread.of(values.flatMap(Optional::stream).toList()).toString();
    }

    private String time(Arm arm) {
        double own = secondsPerStep(arm);
        if (Double.isNaN(own)) {
            return "-";
        }
        double first = secondsPerStep(plan.arms().get(0));
        String relative = Double.isNaN(first) ? "" : String.format(Locale.ROOT, ", %.2f×", own / first);
        return String.format(Locale.ROOT, "%.3g ms", own * 1000) + relative;
    }

    private double secondsPerStep(Arm arm) {
        return of(arm).stream()
                .flatMap(cell -> cell.result().stream())
                .mapToDouble(CellResult::secondsPerStep)
                .filter(seconds -> !Double.isNaN(seconds))
                .average()
                .orElse(Double.NaN);
    }

    private String notes() {
        StringBuilder notes = new StringBuilder();
        notes.append("\nMean ± standard deviation over the seeds that were trained to their end.");
        if (!baseline.isEmpty()) {
            notes.append(" Best: the value nearest to that of data compared with other data.");
        }
        notes.append('\n');
        for (Measured cell : cells) {
            cell.result().filter(result -> !result.isComplete()).ifPresent(result -> notes.append("\n- ")
                    .append(cell.cell())
                    .append(": ")
                    .append(result.outcome().name().toLowerCase(Locale.ROOT))
                    .append(" after step ")
                    .append(result.step())
                    .append(": ")
                    .append(result.reason())
                    .append('\n'));
        }
        return notes.toString();
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("arm,seed,outcome,step,seconds-per-step");
        numbers().forEach(number -> csv.append(',').append(quoted(number)));
        csv.append('\n');
        for (Measured cell : cells) {
            cell.result().ifPresent(result -> {
                csv.append(quoted(cell.cell().arm().name()))
                        .append(',')
                        .append(cell.cell().seed())
                        .append(',')
                        .append(result.outcome().name().toLowerCase(Locale.ROOT))
                        .append(',')
                        .append(result.step())
                        .append(',')
                        .append(result.secondsPerStep());
                numbers().forEach(number -> csv.append(',')
                        .append(cell.last(number).map(String::valueOf).orElse("")));
                csv.append('\n');
            });
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
