package org.gan4j.cli.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.ExperimentDraft;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.training.OutputDirectory;

/**
 * A study: trains every cell of a plan, each into a run directory of its own, and writes a table and a figure of what
 * their evaluations measured. A study that was stopped continues where it was: cells that have ended are skipped.
 *
 * @param folder the folder of the study
 * @param reading returns the experiment that the plan is based on, with changes
 */
public record Study(
        StudyPlan plan, Path folder, Function<UnaryOperator<ExperimentDraft>, GanSpec> reading, StudyConsole console) {
    private static final int DEFAULT_STEPS = 1000;
    private static final int EVALUATIONS = 10;
    private static final int EVALUATE_EVERY = 500;
    private static final int UNLIMITED = 100_000_000;

    /**
     * Trains the cells that have not ended, and reports after each.
     *
     * @return whether the study is complete; it is not if it was interrupted
     * @throws IllegalArgumentException if the folder belongs to another study, or is in use; or if the settings of an
     *     arm are invalid, in which case nothing is trained
     */
    public boolean run() {
        Map<Arm, GanSpec> specs = specs();
        openFolder();
        require(specs); // writes nothing
        try (FileChannel channel = lockFile();
                FileLock lock = locked(channel)) {
            AtomicFile.write(folder.resolve("study.yaml"), StudyFile.text(plan));
            boolean complete = cells(specs);
            console.say("");
            console.say(report().text());
            StudyReport.FILES.forEach(file -> console.say(folder.resolve(file).toString()));
            return complete;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write into " + folder + ": " + failed, failed);
        }
    }

    private boolean cells(Map<Arm, GanSpec> specs) {
        List<Cell> cells = plan.cells();
        baseline(specs.get(plan.arms().get(0)));
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            String title = "cell " + (i + 1) + " of " + cells.size() + ": " + cell;
            Path run = cell.folder(folder);
            if (CellResult.read(run).isPresent()) {
                console.say(title + ": already done");
                continue;
            }
            console.say(title);
            GanSpec spec = specs.get(cell.arm()).with(GanSpec.SEED, cell.seed());
            Optional<CellResult> result = new CellRun(run, spec, until(spec), plan.time(), console).run();
            if (result.isEmpty()) {
                return false;
            }
            StudyReport report = report();
            console.say("  " + report.described(cell));
            report.write(folder);
        }
        report().write(folder);
        return true;
    }

    private StudyReport report() {
        return StudyReport.of(plan, folder);
    }

    private int until(GanSpec spec) {
        return plan.time().isPresent() ? UNLIMITED : spec.steps().orElse(DEFAULT_STEPS);
    }

    /** Reads the settings of all arms. */
    private Map<Arm, GanSpec> specs() {
        Map<Arm, GanSpec> specs = new LinkedHashMap<>();
        Map<Arm, String> problems = new LinkedHashMap<>();
        for (Arm arm : plan.arms()) {
            try {
                GanSpec read = reading.apply(draft -> plan.applied(arm, draft));
                GanSpec sized = plan.steps().map(read::scaledTo).orElse(read);
                specs.put(arm, evaluated(sized));
            } catch (IllegalArgumentException wrong) {
                problems.put(arm, wrong.getMessage());
            }
        }
        requireNone(problems);
        return specs;
    }

    /** Returns a specification that is evaluated: ten times unless it says otherwise. */
    private GanSpec evaluated(GanSpec spec) {
        if (spec.values().isSet(GanSpec.EVALUATE_EVERY)) {
            return spec;
        }
        int every = plan.time().isPresent() ? EVALUATE_EVERY : Math.max(1, until(spec) / EVALUATIONS);
        return spec.with(GanSpec.EVALUATE_EVERY, every);
    }

    /** Builds one GAN of each arm that has cells left, so that no problem comes up hours later. */
    private void require(Map<Arm, GanSpec> specs) {
        Map<Arm, String> problems = new LinkedHashMap<>();
        specs.forEach((arm, spec) -> {
            boolean left = plan.seeds().stream().anyMatch(seed -> CellResult.read(new Cell(arm, seed).folder(folder))
                    .isEmpty());
            if (left) {
                try (Gan built = Gan.of(spec.into(folder.resolve("checked")))) {
                    built.networks();
                } catch (IllegalArgumentException wrong) {
                    problems.put(arm, wrong.getMessage());
                }
            }
        });
        requireNone(problems);
    }

    private void requireNone(Map<Arm, String> problems) {
        Set<String> distinct = new HashSet<>(problems.values());
        if (distinct.size() == 1 && problems.size() == plan.arms().size()) { // the fault is not that of an arm
            throw new IllegalArgumentException(distinct.iterator().next());
        }
        if (!problems.isEmpty()) {
            StringBuilder all = new StringBuilder("the study cannot begin:");
            problems.forEach((arm, sentence) ->
                    all.append("\nthe arm ").append(arm.name()).append(": ").append(sentence));
            throw new IllegalArgumentException(all.toString());
        }
    }

    private void openFolder() {
        Path file = folder.resolve("study.yaml");
        if (!Files.exists(file)) {
            OutputDirectory.at(folder);
            return;
        }
        try {
            StudyFile.difference(Files.readString(file), StudyFile.text(plan)).ifPresent(difference -> {
                throw new IllegalArgumentException(folder + " is another study: " + difference
                        + "; choose another folder with --out, or repeat the command of that study to continue it");
            });
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(folder.resolve("study.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private FileLock locked(FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException here) {
            lock = null;
        }
        if (lock == null) {
            throw new IllegalArgumentException(
                    "another program runs the study " + folder + ": wait until it ends, or choose another folder");
        }
        return lock;
    }

    /** Compares data with data, once: the best that a generator can reach. */
    private void baseline(GanSpec spec) {
        Path file = folder.resolve(StudyReport.BASELINE);
        if (Files.exists(file) || spec.evaluateEvery() == 0) {
            return;
        }
        Map<String, Double> values = Map.of();
        try (Gan gan = Gan.of(spec.into(folder.resolve("checked")))) {
            values = gan.evaluateData(spec.values().get(GanSpec.EVALUATE_COUNT)).values();
        } catch (IllegalArgumentException notPossible) {
            console.say("there is no comparison of the data with themselves: " + notPossible.getMessage());
        }
        try {
            AtomicFile.write(file, new ObjectMapper().writeValueAsString(values) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file + ": " + failed, failed);
        }
    }
}
