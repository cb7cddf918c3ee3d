package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Plan;
import org.gan4j.api.Skipped;
import org.gan4j.api.TrainingListener;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.training.CheckpointWriter;
import org.gan4j.training.Exhibition;
import org.gan4j.training.MetricsLog;
import org.gan4j.training.RunDirectory;

/** What a GAN's training writes into the folder of its run. The folder is made when the first training starts. */
final class RunFiles {
    private final Path folder;
    private final GanSpec spec;
    private final DataDescription description;
    private final Data data;
    private final Session session;
    private final Plan plan;
    private boolean exists;

    /** @param spec with everything decided, the engine too */
    RunFiles(Path folder, GanSpec spec, DataDescription description, Data data, Session session, Plan plan) {
        this.folder = folder;
        this.spec = spec;
        this.description = description;
        this.data = data;
        this.session = session;
        this.plan = plan;
    }

    /** The run was begun before: its folder is there. */
    void exist() {
        exists = true;
    }

    /** Those of one training, in the order in which they have to be told. */
    List<TrainingListener> listeners(int until) {
        RunDirectory run = exists ? RunDirectory.open(folder) : RunDirectory.unused(folder);
        return List.of(
                new Folder(run),
                new MetricsLog(run.metrics()), // locks the folder, before anything in it is changed
                new Settings(run, until),
                // before the pictures: if these cannot be made, what was learnt is safe
                new CheckpointWriter(session, run, spec.checkpointEvery()),
                new SampleGrids(this::exhibit, this::exhibition, run, spec.sampleEvery()));
    }

    /** That of the phase whose round was the last. */
    private Exhibit exhibit(int step) {
        return plan.timeline().at(step - 1).exhibit();
    }

    private Exhibition exhibition(Exhibit exhibit) {
        return new Exhibition(session, exhibit, data.open(), spec.seed());
    }

    private void writeSkipped(RunDirectory run) {
        List<Skipped> skipped = data.open().skipped();
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
            new Experiment(spec, description, until).write(run.experiment());
        }
    }
}
