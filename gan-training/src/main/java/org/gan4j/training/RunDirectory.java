package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a run: where each file is. */
public record RunDirectory(Path root) {
    private static final String CHECKPOINT_END = ".safetensors";

    /**
     * Checks that a run may go into a folder, without making it.
     *
     * @throws IllegalArgumentException if there is something in it already, or it cannot be made
     */
    public static RunDirectory unused(Path root) {
        return new RunDirectory(OutputDirectory.at(root).path());
    }

    /**
     * A folder for a new run, made if need be.
     *
     * @throws IllegalArgumentException if there is something in it already, or it cannot be made
     */
    public static RunDirectory create(Path root) {
        RunDirectory run = unused(root);
        try {
            Files.createDirectories(run.samples());
            Files.createDirectories(run.checkpoints());
            return run;
        } catch (IOException failed) {
            throw new IllegalArgumentException(
                    "the folder " + root + " cannot be made (" + reason(failed) + "): name another place for the run",
                    failed);
        }
    }

    /**
     * The folder of a run that exists.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static RunDirectory open(Path root) {
        RunDirectory run = new RunDirectory(root);
        if (!Files.isRegularFile(run.experiment())) {
            throw new IllegalArgumentException(
                    Files.exists(root)
                            ? root + " is not the folder of a run: it has no experiment.yaml"
                            : "there is no folder " + root + ": name the folder of a run, such as runs/dcgan-001");
        }
        return run;
    }

    private static String reason(IOException failed) {
        return failed instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : "the system does not allow it";
    }

    /** Everything resolved: enough to repeat the run. */
    public Path experiment() {
        return root.resolve("experiment.yaml");
    }

    /** What the data could not be made of, a line each, if there is something. */
    public Path skipped() {
        return root.resolve("skipped.txt");
    }

    /** One JSON object an evaluation. */
    public Path evaluations() {
        return root.resolve("evaluations.jsonl");
    }

    /** One JSON object a step. */
    public Path metrics() {
        return root.resolve("metrics.jsonl");
    }

    public Path samples() {
        return root.resolve("samples");
    }

    /** The grid of samples after a step. */
    public Path sample(int step) {
        return samples().resolve(numbered(step) + ".png");
    }

    /** The samples after a step, where they are no pictures. */
    public Path sampleArray(int step) {
        return samples().resolve(numbered(step) + ".npy");
    }

    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** All variables after a step. */
    public Path checkpoint(int step) {
        return checkpoints().resolve(numbered(step) + CHECKPOINT_END);
    }

    /** The checkpoints there are, the oldest first. */
    public List<Path> allCheckpoints() {
        if (!Files.isDirectory(checkpoints())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(checkpoints())) {
            return files.filter(file -> file.getFileName().toString().matches("step-\\d{6,9}\\" + CHECKPOINT_END))
                    .sorted(Comparator.comparingInt(RunDirectory::step))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + checkpoints() + ": " + reason(failed), failed);
        }
    }

    private static int step(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().replaceAll("\\D", ""));
    }

    public Optional<Path> latestCheckpoint() {
        List<Path> all = allCheckpoints();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static String numbered(int step) {
        return String.format(Locale.ROOT, "step-%06d", step);
    }
}
