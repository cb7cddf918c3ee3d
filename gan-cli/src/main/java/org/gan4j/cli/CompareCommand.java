package org.gan4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gan4j.cli.tables.ComparedRuns;
import org.gan4j.dsl.run.EvaluationLog;
import org.gan4j.dsl.run.StoredEvaluation;
import org.gan4j.report.ComparisonPage;
import org.gan4j.report.RunGroup;
import org.gan4j.report.RunReader;
import org.gan4j.report.RunReport;
import org.gan4j.training.OutputDirectory;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan compare}: compares the evaluations of runs that were measured alike. */
@Command(
        name = "compare",
        description = "Compares runs by their evaluations, the latest that were measured alike: with equal features,"
                + " resizing, data, split, counts and weights. Others are refused, and the difference is named. With --out,"
                + " writes a page with the settings that differ, curves, samples and numbers; runs that differ by their"
                + " seed alone become one line with a band.",
        footer = {
            "",
            "Examples:",
            "  ./gan compare runs/dcgan-001 runs/wgan-gp-001",
            "  ./gan compare runs/* --out compare.html"
        })
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "The folders of two or more runs that gan evaluate has evaluated.")
    private List<Path> folders;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "A page, such as compare.html, which needs no network. Runs without evaluations are compared too.")
    private Path out;

    @Override
    public Integer call() {
        if (folders.size() == 1) {
            throw new IllegalArgumentException("a single run, " + folders.get(0)
                    + ", has nothing to be compared with: name two or more, or see its numbers with gan evaluate "
                    + TrainReport.quoted(folders.get(0)));
        }
        if (folders.stream()
                        .map(folder -> folder.toAbsolutePath().normalize())
                        .distinct()
                        .count()
                < folders.size()) {
            throw new IllegalArgumentException("a run is given twice: name each run once");
        }
        if (out != null) {
            page();
            return 0;
        }
        Map<Path, List<StoredEvaluation>> known = new LinkedHashMap<>();
        folders.forEach(folder -> known.put(folder, evaluations(folder)));
        Map<Path, StoredEvaluation> alike = alike(known);
        spec.commandLine().getOut().print(ComparedRuns.of(alike));
        return 0;
    }

    private void page() {
        OutputDirectory.requireFile(out, "compare.html");
        List<RunReport> runs = folders.stream()
                .map(folder -> RunReader.of(RunDirectory.open(folder)).read().named(folder.toString()))
                .toList();
        ComparisonPage.write("Comparison of " + runs.size() + " runs", RunGroup.of(runs), out);
        spec.commandLine().getOut().println("written to " + out);
    }

    /** Returns the evaluations of a run, the preferred one first: what somebody asked for, and the latest. */
    private static List<StoredEvaluation> evaluations(Path folder) {
        RunDirectory run = RunDirectory.open(folder);
        List<StoredEvaluation> all = new ArrayList<>(new EvaluationLog(run.evaluations()).all());
        if (all.isEmpty()) {
            throw new IllegalArgumentException("the run " + folder
                    + " has no evaluation that says how it was measured: run gan evaluate "
                    + TrainReport.quoted(folder));
        }
        Collections.reverse(all);
        all.sort(Comparator.comparing(StoredEvaluation::duringTraining)
                .thenComparing(Comparator.comparingInt(StoredEvaluation::step).reversed()));
        return all;
    }

    /** Returns the first evaluation of each run that is alike with those of the others. */
    private static Map<Path, StoredEvaluation> alike(Map<Path, List<StoredEvaluation>> known) {
        Path first = known.keySet().iterator().next();
        List<String> differences = List.of();
        for (StoredEvaluation one : known.get(first)) {
            Map<Path, StoredEvaluation> found = new LinkedHashMap<>();
            known.forEach((folder, all) -> {
                Stream<StoredEvaluation> candidates = folder.equals(first) ? Stream.of(one) : all.stream();
                candidates
                        .filter(each -> one.isComparable(each))
                        .findFirst()
                        .ifPresent(each -> found.put(folder, each));
            });
            if (found.size() == known.size()) {
                return found;
            }
            if (differences.isEmpty()) {
                differences = differences(one, first, known);
            }
        }
        throw new IllegalArgumentException(String.join("\n  ", differences));
    }

    /** Says how the preferred evaluation of each other run differs from that of the first, and what makes them alike. */
    private static List<String> differences(StoredEvaluation one, Path first, Map<Path, List<StoredEvaluation>> known) {
        List<String> lines = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        lines.add("the runs cannot be compared, because they were measured in different ways: evaluate them alike");
        known.forEach((folder, all) -> {
            if (folder.equals(first) || all.stream().anyMatch(each -> one.isComparable(each))) {
                return;
            }
            StoredEvaluation other = all.get(0);
            List<String> differences = one.differences(other);
            if (differences.isEmpty()) {
                lines.add(first + " and " + folder + " have no number in common");
            }
            differences.forEach(each -> lines.add(first + " and " + folder + ": " + each));
            AlikeCommand.of(one, other, folder).ifPresent(commands::add);
        });
        commands.forEach(command -> lines.add("such as " + command));
        return lines;
    }
}
