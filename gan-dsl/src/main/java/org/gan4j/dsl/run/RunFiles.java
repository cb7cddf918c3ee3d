package org.gan4j.dsl.run;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.training.CheckpointWriter;
import org.gan4j.training.MetricsLog;
import org.gan4j.training.PreviewRenderer;
import org.gan4j.training.RunDirectory;

/** What a GAN's training writes into the folder of its run. The folder is made when the first training starts. */
public final class RunFiles {
    private final Path folder;
    private final GanSpec spec;
    private final DataSchema schema;
    private final RunData data;
    private final Session session;
    private final Plan plan;
    private boolean exists;

    /** @param spec with everything decided, the engine too */
    public RunFiles(Path folder, GanSpec spec, DataSchema schema, RunData data, Session session, Plan plan) {
        this.folder = folder;
        this.spec = spec;
        this.schema = schema;
        this.data = data;
        this.session = session;
        this.plan = plan;
    }

    /** The run was begun before: its folder is there. */
    public void markExisting() {
        exists = true;
    }

    /** Those of one training, in the order in which they have to be told. */
    public List<TrainingListener> listeners(int until) {
        RunDirectory run = exists ? RunDirectory.open(folder) : RunDirectory.unused(folder);
        return List.of(
                new Folder(run),
                new MetricsLog(run.metrics()), // locks the folder, before anything in it is changed
                new Settings(run, until),
                // before the pictures: if these cannot be made, what was learned is safe
                new CheckpointWriter(session, run, spec.checkpointEvery()),
                new SampleGrids(this::preview, this::renderer, run, spec.sampleEvery()));
    }

    /** That of the phase whose round was the last. */
    private SamplePreview preview(int step) {
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

    private final class Folder implements TrainingListener {
        private final RunDirectory run;

        private Folder(RunDirectory run) {
            this.run = run;
        }

        @Override
        public void started(Progress progress) {
            if (!exists) {
                RunDirectory.create(folder);
                exists = true;
                writeSkipped(run);
            }
        }
    }

    private final class Settings implements TrainingListener {
        private final RunDirectory run;
        private final int until;

        private Settings(RunDirectory run, int until) {
            this.run = run;
            this.until = until;
        }

        @Override
        public void started(Progress progress) {
            new Experiment(spec, schema, until).write(run.experiment());
        }
    }
}
