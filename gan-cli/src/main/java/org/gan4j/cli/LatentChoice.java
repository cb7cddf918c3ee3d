package org.gan4j.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that commands which generate samples share: the latents, and the weights of the generator. */
final class LatentChoice {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the samples. Defaults to the seed of the run.")
    private Long seed;

    @Option(
            names = "--truncation",
            paramLabel = "T",
            description =
                    "Draw latents between -T and T only: less variety, more typical samples; 0.5 to 1 is usual. For runs of the"
                            + " application style, move styles toward their mean by this factor.")
    private Double truncation;

    @ArgGroup
    private EitherWeights weights = new EitherWeights();

    /** The weights, of which one kind can be chosen. */
    private static final class EitherWeights {
        @Option(
                names = "--ema",
                description = "Use the moving average of the generator's weights. The default if the run keeps one.")
        private boolean ema;

        @Option(names = "--latest", description = "Use the latest weights.")
        private boolean latest;

        private SampleRequest of(SampleRequest request) {
            if (ema) {
                return request.ema();
            }
            return latest ? request.latest() : request;
        }
    }

    @Mixin
    private CheckpointChoice checkpoint;

    /** Returns the GAN of a run, after the chosen step. */
    Gan load(Path run) {
        return checkpoint.load(run);
    }

    /** Returns the seed of the samples, if it was given. */
    OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Returns the chosen step; empty for the latest. */
    OptionalInt step() {
        return checkpoint.step();
    }

    /** Returns this request with the options applied. */
    SampleRequest of(SampleRequest request) {
        SampleRequest seeded = seed == null ? request : request.seed(seed);
        SampleRequest truncated = truncation == null ? seeded : seeded.truncation(truncation);
        return weights.of(truncated);
    }
}
