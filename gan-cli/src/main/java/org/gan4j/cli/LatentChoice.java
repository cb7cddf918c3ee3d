package org.gan4j.cli;

import java.nio.file.Path;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
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
            description = "Draw latents between -T and T only: less variety, more typical samples; 0.5 to 1 is usual.")
    private Double truncation;

    @Option(names = "--ema", description = "Use the moving average of the generator's weights, which is often better.")
    private boolean ema;

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

    /** Returns this request with the options applied. */
    SampleRequest of(SampleRequest request) {
        SampleRequest seeded = seed == null ? request : request.seed(seed);
        SampleRequest truncated = truncation == null ? seeded : seeded.truncation(truncation);
        return ema ? truncated.ema() : truncated;
    }
}
