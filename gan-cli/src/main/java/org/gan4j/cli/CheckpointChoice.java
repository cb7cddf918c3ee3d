package org.gan4j.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.gan4j.dsl.Gan;
import picocli.CommandLine.Option;

/** The option that chooses a checkpoint of a run. */
final class CheckpointChoice {
    @Option(
            names = "--step",
            paramLabel = "N",
            converter = NotNegative.class,
            description = "Use the checkpoint after this step. Defaults to the latest.")
    private Integer step;

    /** Returns the GAN of a run, after the chosen step. */
    Gan load(Path run) {
        return step == null ? Gan.load(run) : Gan.load(run, step);
    }

    /** Returns the chosen step; empty for the latest. */
    OptionalInt step() {
        return step == null ? OptionalInt.empty() : OptionalInt.of(step);
    }
}
