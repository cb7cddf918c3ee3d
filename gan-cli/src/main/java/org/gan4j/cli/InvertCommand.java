package org.gan4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.editing.Inversion;
import org.gan4j.dsl.editing.InversionRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.provenance.Imprint;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;
import org.gan4j.training.OutputDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan invert}: finds the latents of given images. */
@Command(
        name = "invert",
        description =
                "Finds latents from which a generator makes images that are like given ones: from those of the run's"
                        + " encoder (bigan), or else the best of many random ones, improved by gradients of the distance.",
        footer = {
            "",
            "Examples:",
            "  ./gan invert runs/bigan-001 shoe.png --out shoe-again.png",
            "  ./gan invert runs/conditional-001 shoe.png --label Sneaker --out shoe-again.png",
            "  ./gan edit runs/bigan-001 --latents shoe-again.npy --direction 1 --out edited.png"
        })
final class InvertCommand implements Callable<Integer> {
    private static final int COLUMNS = 3;
    /** Half of the range of levels, as pixels lie in [-1, 1]. */
    private static final double LEVELS = 127.5;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Parameters(
            index = "1",
            paramLabel = "IMAGE",
            description = "An image file, or a folder of images. Center squares are read, in the size and the colors of"
                    + " the run's samples.")
    private Path image;

    @Option(
            names = "--label",
            paramLabel = "CLASS",
            description = "The class of the images, by name or number; for conditional runs.")
    private String label;

    @Option(
            names = "--tags",
            paramLabel = "TAGS",
            description =
                    "Tags of the images, with commas between, such as \"smile, -hat\"; for runs with tags. Others are those of an example.")
    private String tags;

    @Option(
            names = "--updates",
            paramLabel = "N",
            converter = NotNegative.class,
            defaultValue = "200",
            description =
                    "The number of updates of the latents; 0 keeps those of the start. Defaults to ${DEFAULT-VALUE}.")
    private int updates;

    @Option(names = "--no-encoder", description = "Start from random latents, even if the run has an encoder.")
    private boolean withoutEncoder;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the random latents. Defaults to the seed of the run.")
    private Long seed;

    @Mixin
    private WeightsChoice weights;

    @Option(names = "--overwrite", description = "Replace NAME.npy if it exists.")
    private boolean overwrite;

    @Option(
            names = "--out",
            paramLabel = "NAME.png",
            required = true,
            description =
                    "In each row an image, what the start generates, and what the latents that were found generate."
                            + " NAME.npy gets these latents.")
    private Path out;

    @Override
    public Integer call() {
        Path latents = latents();
        requireNew(latents);
        try (Gan gan = weights.load(run)) {
            GivenImages given = GivenImages.read(image, gan.schema().image(), gan.spec());
            given.skipped().forEach(this::warn);
            TensorData images = given.pixels();
            Inversion found = gan.invert(images, request());
            shown(found).saveGrid(out);
            Npy.write(latents, found.latents());
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d %s, from %s, after step %d%n"
                                    + "distance   %.1f at the start, %.1f after %d updates (root mean square, of 255 levels)%n"
                                    + "images     %s (given, start, found)%n"
                                    + "latents    %s%n",
                            images.shape().dim(0),
                            images.shape().dim(0) == 1 ? "image" : "images",
                            found.encoded() ? "the encoder's latents" : "the best of random latents",
                            gan.steps(),
                            levels(found.before()),
                            levels(found.after()),
                            updates,
                            out,
                            latents);
            printRows(given.names(), found);
        }
        return 0;
    }

    private Path latents() {
        return Path.of(out.toString().replaceFirst("\\.[^.]*$", ".npy"));
    }

    private void requireNew(Path latents) {
        PngFile.require(out, "again.png");
        OutputDirectory.requireFile(latents, "again.npy");
        if (Files.exists(out) && (isGiven() || isIn(image))) {
            throw new IllegalArgumentException(out + " is one of the given images: choose another name");
        }
        if (!overwrite && Files.exists(latents)) {
            throw new IllegalArgumentException(latents + ", which gets the latents of " + out
                    + ", exists: choose another name, or add --overwrite");
        }
    }

    private boolean isGiven() {
        try {
            return Files.exists(image) && Files.isSameFile(image, out);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + image + ": " + unreadable, unreadable);
        }
    }

    private boolean isIn(Path folder) {
        try {
            return Files.isDirectory(folder) && out.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder + ": " + unreadable, unreadable);
        }
    }

    private void warn(SkippedItem item) {
        spec.commandLine().getErr().println("gan: " + item.what() + " is left out, as it " + item.why());
    }

    /** Prints which row is which image, if there are several. */
    private void printRows(List<String> names, Inversion found) {
        for (int i = 0; i < names.size() && names.size() > 1; i++) {
            spec.commandLine()
                    .getOut()
                    .printf(Locale.ROOT, "  row %d: %s, distance %.1f%n", i, names.get(i), LEVELS * found.after()[i]);
        }
    }

    private InversionRequest request() {
        InversionRequest request = InversionRequest.standard().steps(updates);
        request = label == null ? request : request.label(label);
        request = tags == null ? request : request.tags(tags);
        request = seed == null ? request : request.seed(seed);
        request = withoutEncoder ? request.withoutEncoder() : request;
        return weights.latest() ? request.weights(Weights.LATEST) : request;
    }

    /** Returns rows of an image and its two reconstructions. A given image is real, so the file does not call it generated. */
    private static Samples shown(Inversion found) {
        int count = found.images().shape().dim(0);
        TensorData[] rows = new TensorData[count * COLUMNS];
        for (int i = 0; i < count; i++) {
            rows[i * COLUMNS] = found.images().rows(i, i + 1);
            rows[i * COLUMNS + 1] = found.start().data().rows(i, i + 1);
            rows[i * COLUMNS + 2] = found.found().data().rows(i, i + 1);
        }
        return new Samples(TensorData.joined(Arrays.asList(rows)), OptionalInt.of(COLUMNS)).withImprint(Imprint.NONE);
    }

    private static double levels(double[] distances) {
        return LEVELS * Arrays.stream(distances).average().orElseThrow();
    }
}
