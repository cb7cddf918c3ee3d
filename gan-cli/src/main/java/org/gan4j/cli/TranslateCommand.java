package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.translation.Direction;
import org.gan4j.apps.translation.Translator;
import org.gan4j.dsl.Gan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan translate}: translates images from one domain into another. */
@Command(
        name = "translate",
        description =
                "Translates an image, or all images of a folder, with a run of pix2pix or cyclegan. Images of any size"
                        + " are translated as a whole, up to 4 million pixels. EXIF orientation is applied; transparent"
                        + " parts become white; the result has 8 bits.",
        footer = {
            "",
            "Examples:",
            "  ./gan translate runs/pix2pix-001 edges.png image.png",
            "  ./gan translate runs/cyclegan-001 photos translated",
            "  ./gan translate runs/cyclegan-001 painting.jpg photo.jpg --direction B2A"
        })
final class TranslateCommand implements Callable<Integer> {
    /** In levels of 255: an image that changes less looks the same. */
    private static final double UNCHANGED = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Parameters(
            index = "1",
            paramLabel = "IN",
            description = "A PNG, JPEG, GIF, BMP, WebP or TIFF file, or a folder of such files.")
    private Path in;

    @Parameters(
            index = "2",
            paramLabel = "OUT",
            description = "A .png or .jpg file; or a folder, which gets PNG files of the same names.")
    private Path out;

    @Option(
            names = "--direction",
            paramLabel = "A2B|B2A",
            description = "The direction between the run's two sets of images. Defaults to A2B, from the first (of"
                    + " pairs, the source) to the second. A run of cyclegan has both.")
    private Direction direction;

    @Mixin
    private WeightsChoice weights;

    @Mixin
    private WatermarkChoice watermark;

    @Option(names = "--overwrite", description = "Replace files that exist.")
    private boolean overwrite;

    @Override
    public Integer call() {
        ImagePairs images = ImagePairs.of(in, out, overwrite);
        try (Gan gan = weights.load(run)) {
            if (!gan.can(Translator.class)) {
                throw new IllegalArgumentException("this run's application is "
                        + gan.spec().application().name() + "; gan translate needs pix2pix or cyclegan");
            }
            Translator translator = chosen(gan.as(Translator.class)).finish(watermark.imprint(gan, weights.latest()));
            Consumer<String> warnings = sentence -> spec.commandLine().getErr().println("gan: " + sentence);
            DoubleSummaryStatistics changes = new DoubleSummaryStatistics();
            int done = images.each(
                    (pair, shown) -> changes.accept(translator.translate(pair.from(), pair.to())), warnings);
            watermark.warn(warnings);
            PrintWriter to = spec.commandLine().getOut();
            String what = done == 1 ? "image" : "images";
            to.printf(
                    Locale.ROOT,
                    "%d %s %s by %s after step %d: %s%n",
                    done,
                    what,
                    translator.direction(),
                    run,
                    gan.steps(),
                    out);
            if (done > 0 && changes.getAverage() < UNCHANGED) {
                warnings.accept(String.format(
                        Locale.ROOT,
                        "the %s changed by only %.1f of 255 levels on average: this run has learned to change (almost)"
                                + " nothing; train it for longer%s",
                        what,
                        changes.getAverage(),
                        translator.directions().size() > 1 ? ", or lower the weight identity" : ""));
            }
            return done == images.pairs().size() ? 0 : Failures.FAILED;
        }
    }

    private Translator chosen(Translator translator) {
        Translator directed = direction == null ? translator : translator.direction(direction);
        return weights.latest() ? directed.weights(Weights.LATEST) : directed;
    }
}
