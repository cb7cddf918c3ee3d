package org.gan4j.cli;

import java.nio.file.Path;
import java.util.List;
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

/** {@code gan generate}: generates images of texts with a trained GAN. */
@Command(
        name = "generate",
        description = "Generates images of texts with a trained text-to-image GAN.",
        footer = {
            "",
            "Examples:",
            "  ./gan generate runs/text-to-image-001 \"a red heart\" --out hearts.png",
            "  ./gan generate runs/text-to-image-001 \"a dog\" \"a cat\" --count 4 --out pets.png",
            "  ./gan generate runs/text-to-image-001 \"a red heart\" --seed 7 --out hearts"
        })
final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TEXT",
            description = "A description of the images, in quotes. Several texts are rows of the grid.")
    private List<String> texts;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "8",
            converter = Count.class,
            description = "The number of images of each text. Defaults to ${DEFAULT-VALUE}.")
    private int count;

    @Mixin
    private LatentChoice latents;

    @Mixin
    private WatermarkChoice watermark;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            required = true,
            description =
                    "NAME.png: a grid with a row per text. NAME.npy: a NumPy float32 array, N x C x H x W in [-1, 1]. "
                            + "Otherwise a new or empty folder, one image per sample.")
    private Path out;

    @Override
    public Integer call() {
        SampleFormat format = SampleFormat.of(out);
        watermark.requireImages(format.isImages(), out + " is none");
        SampleRequest request = latents.of(SampleRequest.of(count).texts(texts));
        try (Gan gan = latents.load(run)) {
            format.requireFor(gan, request);
            watermark.applyTo(gan);
            Samples samples = gan.sample(request);
            format.write(samples, out);
            watermark.warn(sentence -> spec.commandLine().getErr().println("gan: " + sentence));
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d %s after step %d: %s%n",
                            samples.count(),
                            samples.count() == 1 ? "image" : "images",
                            gan.steps(),
                            out);
        }
        return 0;
    }
}
