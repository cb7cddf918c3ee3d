package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan sample}: makes samples with a trained GAN. */
@Command(
        name = "sample",
        description = "Makes samples with a trained GAN, from the newest checkpoint of its run.",
        footer = {
            "",
            "Examples:",
            "  ./gan sample runs/dcgan-001 --count 16 --out grid.png",
            "  ./gan sample runs/dcgan-001 --count 1000 --seed 7 --out samples.npy",
            "  ./gan sample runs/dcgan-001 --count 100 --out pictures"
        })
final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as gan train wrote it.")
    private Path run;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "16",
            converter = Count.class,
            description = "How many samples; ${DEFAULT-VALUE} unless said otherwise.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another seed, other samples; the run's own unless said otherwise.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            required = true,
            description = "NAME.png: all in one picture. NAME.npy: NumPy's float32, N x C x H x W in [-1, 1]. "
                    + "Else a folder, new or empty: a picture each.")
    private Path out;

    @Override
    public Integer call() {
        SampleFormat format = SampleFormat.of(out);
        try (Gan gan = Gan.load(run)) {
            Samples samples = seed == null ? gan.sample(count) : gan.sample(count, seed);
            format.write(samples, out);
            spec.commandLine().getOut().printf(Locale.ROOT, "%d samples after step %d: %s%n", count, gan.steps(), out);
        }
        return 0;
    }
}
