package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan sample}: generates samples with a trained GAN. */
@Command(
        name = "sample",
        description = "Generates samples with a trained GAN, from the latest checkpoint of its run.",
        footer = {
            "",
            "Examples:",
            "  ./gan sample runs/dcgan-001 --count 16 --out grid.png",
            "  ./gan sample runs/dcgan-001 --count 1000 --seed 7 --out samples.npy",
            "  ./gan sample runs/dcgan-001 --count 100 --out images",
            "  ./gan sample runs/conditional-001 --label trouser --out trousers.png",
            "  ./gan sample runs/dcgan-001 --count 5 --interpolate 9 --out ways.png"
        })
final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "16",
            converter = Count.class,
            description = "The number of samples. Defaults to ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--label",
            paramLabel = "CLASS",
            description = "Generate samples of this class only, given by name or number; for conditional runs.")
    private String label;

    @Mixin
    private LatentChoice latents;

    @Option(
            names = "--interpolate",
            paramLabel = "N",
            converter = Count.class,
            description = "Generate --count rows of N images; each row interpolates from one sample to another.")
    private Integer interpolate;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            required = true,
            description = "NAME.png: a grid of all samples. NAME.npy: a NumPy float32 array, N x C x H x W in [-1, 1]. "
                    + "Otherwise a new or empty folder, one image per sample.")
    private Path out;

    @Override
    public Integer call() {
        SampleFormat format = SampleFormat.of(out);
        SampleRequest request = request();
        try (Gan gan = latents.load(run)) {
            Samples samples = gan.sample(request);
            format.write(samples, out);
            spec.commandLine()
                    .getOut()
                    .printf(Locale.ROOT, "%d samples after step %d: %s%n", samples.count(), gan.steps(), out);
        }
        return 0;
    }

    private SampleRequest request() {
        SampleRequest plain =
                interpolate == null ? SampleRequest.of(count) : SampleRequest.interpolations(count, interpolate);
        return latents.of(label == null ? plain : plain.label(label));
    }
}
