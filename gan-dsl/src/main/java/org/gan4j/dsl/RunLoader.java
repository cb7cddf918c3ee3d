package org.gan4j.dsl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.plugin.PretrainedGan;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.experiment.CodeComponents;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.experiment.ExperimentDraft;
import org.gan4j.dsl.experiment.ExperimentReader;
import org.gan4j.dsl.run.RestoreCheck;
import org.gan4j.dsl.run.RunCheckpoint;
import org.gan4j.dsl.run.RunData;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.StoredCheckpoint;

/** Restores a trained GAN from its run directory, or from a plug-in. */
final class RunLoader {
    private RunLoader() {}

    static Gan load(LoadRequest request) {
        Path runDirectory = request.run();
        RunDirectory run = RunDirectory.open(runDirectory);
        Experiment experiment = ExperimentReader.read(run.experiment(), new CodeComponents(request.supplied()));
        StoredCheckpoint newest = RunCheckpoint.newest(run).stored();
        GanSpec spec = experiment.spec().into(run.root()).overriding(request.overrides());
        return load(spec.listening(request.listeners().toArray(TrainingListener[]::new)), experiment, run, newest);
    }

    /** Loads the GAN of an earlier step; it has no run directory, since training it would overwrite later steps. */
    static Gan load(Path runDirectory, int step) {
        RunDirectory run = RunDirectory.open(runDirectory);
        Path file = run.checkpoint(step);
        if (!Files.exists(file)) {
            List<String> names = run.allCheckpoints().stream()
                    .map(each -> each.getFileName().toString())
                    .toList();
            throw new IllegalArgumentException(runDirectory + " has no checkpoint of step " + step + "; it has "
                    + String.join(", ", names) + ": choose one of these steps");
        }
        Experiment experiment = ExperimentReader.read(run.experiment(), new CodeComponents(List.of()));
        return load(withoutRun(experiment.spec()), experiment, run, StoredCheckpoint.open(file));
    }

    /**
     * Loads the GAN of a step, the latest if it is empty, without a run directory. In its game, a single player learns, at a
     * constant learning rate, since that of the run may have fallen to 0.
     */
    static Gan loadOnly(Path runDirectory, OptionalInt step, String player) {
        RunDirectory run = RunDirectory.open(runDirectory);
        Experiment experiment = ExperimentReader.read(run.experiment(), new CodeComponents(List.of()));
        GanSpec spec = experiment.spec();
        GanSpec only = withoutRun(spec.with(GanSpec.APPLICATION, new OnlyPlayer(spec.application(), player))
                .with(GanComponents.SCHEDULE, Optional.empty()));
        StoredCheckpoint checkpoint = step.isPresent()
                ? StoredCheckpoint.open(run.checkpoint(step.getAsInt()))
                : RunCheckpoint.newest(run).stored();
        return load(only, experiment, run, checkpoint);
    }

    /** Returns a specification without what needs a run directory. */
    private static GanSpec withoutRun(GanSpec spec) {
        return spec.with(GanSpec.EARLY_STOPPING, Optional.empty()).with(GanSpec.KEEP_BEST, Optional.empty());
    }

    static Gan load(PretrainedGan pretrained) {
        Experiment experiment = ExperimentDraft.of(pretrained).read();
        StoredCheckpoint checkpoint = StoredCheckpoint.open(pretrained.weights());
        try {
            return build(experiment.spec(), experiment, "the pretrained GAN " + pretrained.name(), checkpoint);
        } catch (RuntimeException failed) {
            checkpoint.close();
            throw failed;
        }
    }

    private static Gan load(GanSpec spec, Experiment experiment, RunDirectory run, StoredCheckpoint checkpoint) {
        try {
            Gan gan = build(spec, experiment, run.experiment().toString(), checkpoint);
            try {
                gan.require(new RestoreCheck(checkpoint, run.experiment()));
                return gan;
            } catch (RuntimeException failed) {
                gan.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            checkpoint.close();
            throw failed;
        }
    }

    private static Gan build(GanSpec spec, Experiment experiment, String origin, StoredCheckpoint checkpoint) {
        DataSchema schema = experiment
                .schema()
                .orElseThrow(() -> new IllegalArgumentException(
                        origin + ": the key fields is missing: restore the file as the run wrote it"));
        try {
            return Assembly.rebuild(spec, schema, new RunData(spec.data()), checkpoint);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(origin + ": " + wrong.getMessage(), wrong);
        }
    }
}
