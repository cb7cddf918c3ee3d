package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.superresolution.Tiles;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.dsl.Gan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan upscale}: enlarges images. */
@Command(
        name = "upscale",
        description = "Enlarges an image, or all images of a folder, with a trained GAN whose application is"
                + " super-resolution. Images of any size are enlarged tile by tile. Alpha, 16 bits and the ICC profile"
                + " are kept; EXIF orientation is applied.",
        footer = {
            "",
            "Examples:",
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
            description = "RUN: the folder of a run, as written by gan train. IN: a PNG, JPEG, GIF, BMP or WebP file;"
                    + " OUT: a .png or .jpg file. Or IN and OUT: folders; OUT gets PNG files of the same names.")
    private List<Path> paths = List.of();

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

    @Option(names = "--overwrite", description = "Replace files that exist.")
    private boolean overwrite;

    @Override
    public Integer call() {
        if (paths.size() < 2 || paths.size() > 3) {
            throw new ParameterException(
                    spec.commandLine(),
                    "give the folder of a run, the image or folder to read, and the one to write, not " + paths.size()
                            + (paths.size() == 1 ? " path" : " paths"));
        }
        if (paths.size() == 2) {
            throw new IllegalArgumentException("there is no run to upscale with: name the folder of a super-resolution"
                    + " run first, as in gan upscale runs/super-resolution-001 " + paths.get(0) + " " + paths.get(1));
        }
        Path out = paths.get(2);
        ImagePairs images = ImagePairs.of(paths.get(1), out, overwrite);
        Tiles tiles = tile == null ? Tiles.DEFAULT : Tiles.of(tile);
        try (Gan gan = Gan.load(paths.get(0))) {
            if (!gan.can(Upscaler.class)) {
                throw new IllegalArgumentException("this run's application is "
                        + gan.spec().application().name() + "; gan upscale needs super-resolution");
            }
            Upscaler upscaler = gan.as(Upscaler.class).tiles(tiles);
            Consumer<String> warnings = sentence -> spec.commandLine().getErr().println("gan: " + sentence);
            int done = images.upscale(latest ? upscaler.weights(Weights.LATEST) : upscaler, warnings);
            PrintWriter to = spec.commandLine().getOut();
            to.printf(
                    Locale.ROOT,
                    "%d %s ×%d after step %d: %s%n",
                    done,
                    done == 1 ? "image" : "images",
                    upscaler.scale(),
                    gan.steps(),
                    out);
            return done == images.pairs().size() ? 0 : Failures.FAILED;
        }
    }
}
