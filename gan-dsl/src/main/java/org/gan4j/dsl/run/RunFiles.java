package org.gan4j.dsl.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.data.EvenRows;
import org.gan4j.data.images.PngFiles;
import org.gan4j.data.images.ScatterPlot;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.inference.ImageOrigin;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.provenance.Imprint;
import org.gan4j.provenance.Provenance;
import org.gan4j.report.ReportWriter;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.training.CheckpointWriter;
import org.gan4j.training.LockedRun;
import org.gan4j.training.MetricsLog;
import org.gan4j.training.PreviewRenderer;
import org.gan4j.training.RunDirectory;

/** The files that training writes into the run directory, which is created when the first training starts. */
public final class RunFiles {
    private static final int POINTS = 1000;

    private final Path directory;
    private final GanSpec spec;
    private final DataSchema schema;
    private final RunData data;
    private final Session session;
    private final RunEvaluations evaluations;
    private final LongSupplier pausedNanos;
    private final RunHistory history;
    private boolean exists;
    private Experiment recorded;
    private List<String> overridden = List.of();
    private Optional<String> wentBack = Optional.empty();

    /**
     * Creates the files of one GAN; writes nothing yet.
     *
     * @param directory the run directory
     * @param spec the specification with every default resolved, including the engine
     * @param evaluations the evaluations during training
     * @param pausedNanos returns for how long trainings have been paused so far
     */
    public RunFiles(
            Path directory,
            GanSpec spec,
            DataSchema schema,
            RunData data,
            Session session,
            RunEvaluations evaluations,
            LongSupplier pausedNanos) {
        this.directory = directory;
        this.spec = spec;
        this.schema = schema;
        this.data = data;
        this.session = session;
        this.evaluations = evaluations;
        this.pausedNanos = pausedNanos;
        this.history = new RunHistory(new RunDirectory(directory).history(), Clock.systemUTC());
    }

    /** Marks the run directory as existing, since an earlier training created it. */
    public void markExisting() {
        exists = true;
    }

    /**
     * Checks that an existing run was trained with these settings and data, apart from what {@link GanSpec#overrides} names.
     *
     * @throws IllegalArgumentException if not; the message lists all differences
     */
    public void requireUnchanged() {
        recorded = new Experiment(AbsolutePaths.in(spec), schema);
        overridden = exists
                ? history.accepted(directory, recorded, () -> DataDigest.of(data.open()), spec.overrides())
                : List.of();
    }

    /** Takes a sentence for the history that says why the next training starts from an earlier checkpoint. */
    public void wentBack(String sentence) {
        wentBack = Optional.of(sentence);
    }

    /**
     * Returns the writer of the files of one training.
     *
     * @param plan the plan of this training
     * @param until the last step of this training
     * @throws IllegalArgumentException if a new run directory is not empty, or an existing one has no experiment.yaml
     */
    public RunWriter writer(Plan plan, int until) {
        RunDirectory run = exists ? RunDirectory.open(directory) : RunDirectory.unused(directory);
        MetricsLog metrics = new MetricsLog(run.metrics());
        CheckpointWriter checkpoints = new CheckpointWriter(
                session, run, spec.checkpointEvery(), plan.phaseSchedule().ends(), metrics::force);
        return new RunWriter(
                this::open,
                step -> writeSettings(run, step, until),
                metrics,
                checkpoints,
                previews(plan, run),
                evaluations.listener(run, until, checkpoints::keep),
                new ReportWriter(run, () -> System.nanoTime() - pausedNanos.getAsLong()),
                step -> AtomicFile.write(run.modelCard(), card(plan, until).after(step, run)));
    }

    private ModelCard card(Plan plan, int until) {
        return new ModelCard(spec, schema, data.open().size(), plan.networks(), until);
    }

    private LockedRun open(int step) {
        return exists ? LockedRun.resume(directory, step) : LockedRun.create(directory);
    }

    /** Writes the settings last, since they make a folder a run. */
    private void writeSettings(RunDirectory run, int from, int until) {
        if (!exists) {
            writeSkipped(run);
        }
        new Experiment(recorded.spec().with(GanSpec.STEPS, Optional.of(until)), schema.scaledAs(data.open()))
                .write(run.experiment());
        history.append(from, until, recorded, DataDigest.of(data.open()), overridden, wentBack);
        wentBack = Optional.empty();
        exists = true;
    }

    private List<SamplePreviews> previews(Plan plan, RunDirectory run) {
        List<SamplePreviews> previews = new ArrayList<>();
        ImageOrigin origin = new ImageOrigin(spec.into(directory), plan, Optional.empty());
        previews.add(new SamplePreviews(
                step -> preview(plan, step),
                this::renderer,
                spec.sampleEvery(),
                step -> Files.exists(run.sample(step)) || Files.exists(run.sampleArray(step)),
                (samples, step) -> write(samples, () -> origin.duringTraining(session, step), run, step)));
        if (schema.has(Field.IMAGE) && schema.image().shape().equals(Shape.of(2))) {
            previews.add(new SamplePreviews(
                    step -> points(preview(plan, step)),
                    this::renderer,
                    spec.sampleEvery(),
                    step -> Files.exists(run.sample(step)),
                    (samples, step) -> plot(samples, run, step)));
        }
        return previews;
    }

    /** Writes samples as a grid with their origin, or those that are not images as an array, which tells none. */
    private static void write(Samples samples, Supplier<Provenance> origin, RunDirectory run, int step) {
        if (samples.areImages()) {
            samples.withImprint(Imprint.of(origin.get())).saveGrid(run.sample(step));
        } else {
            samples.saveNpy(run.sampleArray(step));
        }
    }

    /** Writes samples that are points of the plane as a scatter plot over the data. */
    private void plot(Samples samples, RunDirectory run, int step) {
        if (samples.data().shape().without(0).equals(Shape.of(2))) {
            int size = data.open().size();
            int shown = Math.min(POINTS, size);
            TensorData rows = data.open().read(EvenRows.of(shown, size)).get(Field.IMAGE);
            PngFiles.write(run.sample(step), ScatterPlot.of(rows, samples.data()));
        }
    }

    /** Returns a preview of as many points as a plot shows, unless the preview has rows of its own. */
    private static SamplePreview points(SamplePreview preview) {
        return preview.columns().isPresent() ? preview : SamplePreview.of(POINTS, preview.samples());
    }

    /** Returns the preview of the phase that the last step belongs to. */
    private static SamplePreview preview(Plan plan, int step) {
        return plan.phaseSchedule().at(step - 1).preview();
    }

    private PreviewRenderer renderer(SamplePreview preview) {
        return new PreviewRenderer(session, preview, data.open(), spec.seed());
    }

    private void writeSkipped(RunDirectory run) {
        List<SkippedItem> skipped = data.open().skipped();
        if (!skipped.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            skipped.forEach(each ->
                    lines.append(each.what()).append(": ").append(each.why()).append('\n'));
            AtomicFile.write(run.skipped(), lines.toString());
        }
    }
}
