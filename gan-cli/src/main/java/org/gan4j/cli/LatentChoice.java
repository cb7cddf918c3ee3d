package org.gan4j.cli;

import org.gan4j.dsl.inference.SampleRequest;
import picocli.CommandLine.Option;

/** What commands that make samples have in common: from which latents, and by which generator. */
final class LatentChoice {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another seed, other samples; the run's own unless said otherwise.")
    private Long seed;

    @Option(
            names = "--truncation",
            paramLabel = "T",
            description =
                    "Draws latents between -T and T: fewer kinds of samples, each more typical; 0.5 to 1 is usual.")
    private Double truncation;

    @Option(names = "--ema", description = "By the moving average of the generator, which is often better.")
    private boolean ema;

    SampleRequest of(SampleRequest asked) {
        SampleRequest seeded = seed == null ? asked : asked.seed(seed);
        SampleRequest truncated = truncation == null ? seeded : seeded.truncation(truncation);
        return ema ? truncated.ema() : truncated;
    }
}
