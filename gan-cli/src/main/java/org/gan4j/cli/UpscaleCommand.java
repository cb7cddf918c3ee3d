package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.superresolution.Tiles;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.dsl.Gan;
import org.gan4j.provenance.Imprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan upscale}: enlarges images. */
@Command(
        name = "upscale",
        description =
                "Enlarges an image, or all images of a folder, four times with an included generator, or with that"
                        + " of a super-resolution run. Images of any size are enlarged tile by tile. Alpha, 16 bits and"
                        + " the ICC profile are kept; EXIF orientation is applied.",
        footer = {
            "",
            "Examples:",
            "  ./gan upscale photo.jpg large.png",
            "  ./gan upscale --sharp photos large",
            "  ./gan upscale runs/super-resolution-001 photo.jpg large.png",
            "  ./gan upscale runs/super-resolution-001 photos large --tile 128"
        })
final class UpscaleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "[RUN] IN OUT",
            hideParamSyntax = true,
            arity = "0..*",
            description = "RUN: the folder of a run, as written by gan train; without it, an included generator. IN: a"
                    + " PNG, JPEG, GIF, BMP, WebP or TIFF file; OUT: a .png or .jpg file. Or IN and OUT:"
                    + " folders; OUT gets PNG files of the same names.")
    private List<Path> paths = List.of();

    @Option(
            names = "--sharp",
            description =
                    "Without RUN: use the included generator that was also trained against a critic. Its images are"
                            + " sharper, and their details may be wrong.")
    private boolean sharp;

    @Option(
            names = "--tile",
            paramLabel = "N",
            converter = Count.class,
            description =
                    "The side of a tile in pixels of the given image, at least 49. Larger tiles are faster and take"
                            + " more memory. Defaults to 192.")
    private Integer tile;

    @Option(
            names = "--latest",
            description =
                    "Use the latest weights, not their moving average, which is the default if the run keeps one.")
    private boolean latest;

    @Option(
            names = "--step",
            paramLabel = "N",
            converter = NotNegative.class,
            description =
                    "Use the checkpoint after this step, such as the end of the first phase. Defaults to the latest.")
    private Integer step;

    @Mixin
    private WatermarkChoice watermark;

    @Option(names = "--overwrite", description = "Replace files that exist.")
    private boolean overwrite;

    @Override
    public Integer call() {
        requirePaths();
        Path out = paths.get(paths.size() - 1);
        ImagePairs images = ImagePairs.of(paths.get(paths.size() - 2), out, overwrite);
        Tiles tiles = tile == null ? Tiles.DEFAULT : Tiles.of(tile);
        try (Gan gan = gan()) {
            if (!gan.can(Upscaler.class)) {
                throw new IllegalArgumentException("this run's application is "
                        + gan.spec().application().name() + "; gan upscale needs super-resolution");
            }
            Imprint imprint = watermark.imprint(gan, latest);
            Upscaler upscaler =
                    gan.as(Upscaler.class).tiles(tiles).finish(hasRun() ? imprint : imprint.run(included()));
            Consumer<String> warnings = sentence -> spec.commandLine().getErr().println("gan: " + sentence);
            Upscaler chosen = latest ? upscaler.weights(Weights.LATEST) : upscaler;
            int done = images.each(
                    (pair, shown) -> {
                        try (TileProgress progress = new TileProgress(shown, warnings)) {
                            chosen.listener(progress).upscale(pair.from(), pair.to());
                        }
                    },
                    warnings);
            watermark.warn(warnings);
            PrintWriter to = spec.commandLine().getOut();
            String what = done == 1 ? "image" : "images";
            to.printf(Locale.ROOT, "%d %s ×%d by %s: %s%n", done, what, upscaler.scale(), origin(gan), out);
            return done == images.pairs().size() ? 0 : Failures.FAILED;
        }
    }

    private void requirePaths() {
        if (paths.size() < 2 || paths.size() > 3) {
            throw new ParameterException(
                    spec.commandLine(),
                    "give the image or folder to read, and the one to write, after the folder of a run if you have one,"
                            + " not " + paths.size() + (paths.size() == 1 ? " path" : " paths"));
        }
        if (hasRun()) {
            if (sharp) {
                throw new ParameterException(
                        spec.commandLine(), "--sharp chooses an included generator: leave it out, or " + paths.get(0));
            }
        } else if (Files.exists(paths.get(0).resolve("experiment.yaml"))) {
            throw new ParameterException(
                    spec.commandLine(), paths.get(0) + " is a run: give the image to read, and the one to write");
        } else if (latest || step != null) {
            throw new ParameterException(
                    spec.commandLine(), "--latest and --step choose weights of a run: give its folder first");
        }
    }

    private boolean hasRun() {
        return paths.size() == 3;
    }

    private Gan gan() {
        if (!hasRun()) {
            return Gan.pretrained(included());
        }
        return step == null ? Gan.load(paths.get(0)) : Gan.load(paths.get(0), step);
    }

    private String included() {
        return sharp ? "photographs-sharp" : "photographs";
    }

    private String origin(Gan gan) {
        return hasRun() ? paths.get(0) + " after step " + gan.steps() : included();
    }
}
