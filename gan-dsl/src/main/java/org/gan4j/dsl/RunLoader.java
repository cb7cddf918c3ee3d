package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.experiment.CodeComponents;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.experiment.ExperimentReader;
import org.gan4j.dsl.run.RunData;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.training.Checkpoint;
import org.gan4j.training.RunDirectory;

/** Restores a trained GAN from its run directory. */
final class RunLoader {
    private RunLoader() {}

    static Gan load(Path runDirectory, List<Component> supplied, TrainingListener... listeners) {
        RunDirectory run = RunDirectory.open(runDirectory);
        Experiment experiment = ExperimentReader.read(run.experiment(), new CodeComponents(supplied));
        Path file = run.latestCheckpoint()
                .orElseThrow(() -> new IllegalArgumentException(
                        runDirectory + " has no checkpoint yet: wait until the run writes its first one"));
        Gan gan = build(experiment, run, runDirectory, listeners);
        try {
            gan.restore(Checkpoint.read(file), run.experiment());
            return gan;
        } catch (RuntimeException failed) {
            gan.close();
            throw failed;
        }
    }

    private static Gan build(
            Experiment experiment, RunDirectory run, Path runDirectory, TrainingListener... listeners) {
        GanSpec spec = experiment.spec().into(runDirectory).listening(listeners);
        DataSchema schema = experiment
                .schema()
                .orElseThrow(() -> new IllegalArgumentException(
                        run.experiment() + ": the key fields is missing: restore the file as the run wrote it"));
        try {
            return Assembly.rebuild(spec, schema, new RunData(spec.data()));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(run.experiment() + ": " + wrong.getMessage(), wrong);
        }
    }
}
