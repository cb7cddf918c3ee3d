package org.gan4j.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.dsl.Gan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose the weights of a run whose GAN makes something. */
final class WeightsChoice {
    @Option(
            names = "--latest",
            description =
                    "Use the latest weights, not their moving average, which is the default if the run keeps one.")
    private boolean latest;

    @Mixin
    private CheckpointChoice checkpoint;

    /** Returns whether the latest weights are used, in place of their moving average. */
    boolean latest() {
        return latest;
    }

    /**
     * Returns what makes the rows of a table with the chosen weights.
     *
     * @param run the folder of the GAN's run, for messages
     * @throws IllegalArgumentException if the GAN makes none
     */
    TableSampler tables(Gan gan, Path run) {
        if (!gan.can(TableSampler.class)) {
            throw new IllegalArgumentException("the GAN of " + run + " makes no tables: its application is "
                    + gan.spec().application().name() + "; train one with ./gan train tabular");
        }
        TableSampler usual = gan.as(TableSampler.class);
        return latest ? usual.weights(Weights.LATEST) : usual;
    }

    /** Returns the chosen step; empty for the latest. */
    OptionalInt step() {
        return checkpoint.step();
    }

    /** Returns the GAN of a run, after the chosen step. */
    Gan load(Path run) {
        return checkpoint.load(run);
    }
}
