package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.tensor.io.StorageException;

/** The folder of a run, and the paths of its files. */
public record RunDirectory(Path root) {
    private static final String CHECKPOINT_END = ".safetensors";

    /**
     * Returns the folder for a new run without creating it: one that does not exist, is empty, or holds only the beginning
     * of a run that has no checkpoint, as a full disk leaves it.
     *
     * @throws IllegalArgumentException if it holds something else, or cannot be created
     */
    public static RunDirectory unused(Path root) {
        RunDirectory run = new RunDirectory(root);
        return new UnstartedRun(run).exists()
                ? run
                : new RunDirectory(OutputDirectory.at(root).path());
    }

    /**
     * Returns the folder for a new run, creating it if necessary.
     *
     * @throws IllegalArgumentException if it is not {@link #unused}, or cannot be created
     * @throws StorageException if there is no room for it
     */
    public static RunDirectory create(Path root) {
        RunDirectory run = unused(root);
        make(run.samples());
        make(run.checkpoints());
        return run;
    }

    /** Creates a folder. */
    static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            if (StorageException.of(folder, failed) instanceof StorageException full) {
                throw full;
            }
            throw new IllegalArgumentException(
                    "cannot create the folder " + folder + " (" + reason(failed)
                            + "): choose another folder for the run",
                    failed);
        }
    }

    /**
     * Returns the folder of an existing run.
     *
     * @throws IllegalArgumentException if it is not the folder of a run
     */
    public static RunDirectory open(Path root) {
        RunDirectory run = new RunDirectory(root);
        if (!Files.isRegularFile(run.experiment())) {
            throw new IllegalArgumentException(
                    Files.exists(root)
                            ? root + " is not a run: it has no experiment.yaml; pass a folder such as runs/dcgan-001"
                            : "there is no folder " + root + ": pass the folder of a run, such as runs/dcgan-001");
        }
        return run;
    }

    private static String reason(IOException failed) {
        return failed instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : "the system refused";
    }

    /** Returns the file of all resolved settings, which suffices to repeat the run. */
    public Path experiment() {
        return root.resolve("experiment.yaml");
    }

    /** Returns the file of the {@link RunLock}. */
    public Path lock() {
        return root.resolve("run.lock");
    }

    /** Returns the file that lists skipped data items, one per line; it exists only if there are any. */
    public Path skipped() {
        return root.resolve("skipped.txt");
    }

    /** Returns the file with one JSON object per training, with its settings and data. */
    public Path history() {
        return root.resolve("history.jsonl");
    }

    /** Returns the page about the GAN, its data and its limits. */
    public Path modelCard() {
        return root.resolve("model-card.md");
    }

    /** Returns the file with one JSON object per evaluation. */
    public Path evaluations() {
        return root.resolve("evaluations.jsonl");
    }

    /** Returns the file with one JSON object per failure that was diagnosed or is over; it exists only if there are any. */
    public Path events() {
        return root.resolve("events.jsonl");
    }

    /** Returns the file with one JSON object per step. */
    public Path metrics() {
        return root.resolve("metrics.jsonl");
    }

    /** Returns the file with one JSON object per training that says how long it took. */
    public Path timings() {
        return root.resolve("timings.jsonl");
    }

    /** Returns the page that shows the run. */
    public Path report() {
        return root.resolve("report.html");
    }

    /** Returns the folder of samples. */
    public Path samples() {
        return root.resolve("samples");
    }

    /** Returns the image file of the samples after a step. */
    public Path sample(int step) {
        return samples().resolve(numbered(step) + ".png");
    }

    /** Returns the array file of the samples after a step, for samples that are not images. */
    public Path sampleArray(int step) {
        return samples().resolve(numbered(step) + ".npy");
    }

    /** Returns the folder of checkpoints. */
    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** Returns the checkpoint file after a step. */
    public Path checkpoint(int step) {
        return checkpoints().resolve(numbered(step) + CHECKPOINT_END);
    }

    /**
     * Returns the existing checkpoints, the oldest first.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public List<Path> allCheckpoints() {
        return numbered(checkpoints(), Pattern.quote(CHECKPOINT_END));
    }

    /**
     * Returns the files of the folder of samples, those of the earliest step first.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    List<Path> allSamples() {
        return numbered(samples(), "\\.\\w+");
    }

    /**
     * Returns the existing images of samples, those of the earliest step first.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public List<Path> sampleImages() {
        return numbered(samples(), "\\.png");
    }

    private static List<Path> numbered(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("step-\\d{6,9}" + end))
                    .sorted(Comparator.comparingInt(RunDirectory::step))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder + ": " + reason(failed), failed);
        }
    }

    /** Returns the step in the name of a checkpoint or of samples. */
    public static int step(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring("step-".length(), name.indexOf('.')));
    }

    private static String numbered(int step) {
        return String.format(Locale.ROOT, "step-%06d", step);
    }
}
