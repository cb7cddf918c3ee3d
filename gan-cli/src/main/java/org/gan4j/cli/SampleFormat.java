package org.gan4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TextSampler;
import org.gan4j.data.numbers.CsvVectors;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.Shape;
import org.gan4j.training.OutputDirectory;

/** The output format of samples, chosen by the extension of the file name. */
enum SampleFormat {
    GRID(".png"),
    ARRAY(".npy"),
    TABLE(".csv"),
    ANIMATION(".gif"),
    IMAGES("");

    private final String extension;

    SampleFormat(String extension) {
        this.extension = extension;
    }

    /**
     * Returns the format for this path.
     *
     * @throws IllegalArgumentException if the format is not supported, or the path cannot be written
     */
    static SampleFormat of(Path out) {
        String name = out.toString().toLowerCase(Locale.ROOT);
        for (SampleFormat file : new SampleFormat[] {GRID, ARRAY, TABLE}) {
            if (name.endsWith(file.extension)) {
                return file.requireFile(out);
            }
        }
        if (name.matches(".*\\.(jpe?g|gif|bmp|tiff?|webp|npz|pt|tsv)") && !Files.isDirectory(out)) {
            throw new IllegalArgumentException(
                    "cannot write samples as " + out + ": pass a name that ends in .png, .npy or .csv, or a folder");
        }
        OutputDirectory.at(out);
        return IMAGES;
    }

    /**
     * Returns the format for this path, which may be an animation if the samples are those of a walk.
     *
     * @throws IllegalArgumentException if the format is not supported, or the path cannot be written
     */
    static SampleFormat of(Path out, boolean walk) {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(ANIMATION.extension)) {
            return of(out);
        }
        if (!walk) {
            throw new IllegalArgumentException(
                    "a GIF file shows a walk: add --walk 60, or pass a name that ends in .png, .npy or .csv, or a folder");
        }
        return ANIMATION.requireFile(out);
    }

    private SampleFormat requireFile(Path out) {
        OutputDirectory.requireNoFileAbove(out);
        if (Files.isDirectory(out)) {
            throw new IllegalArgumentException(
                    out + " is a folder: pass a file name, or a folder without " + extension + " in its name");
        }
        return this;
    }

    /**
     * Requires that this format can hold the samples of a request, before they are generated. Without a sampler that tells
     * their shape, {@link #write} requires it.
     *
     * @throws IllegalArgumentException if it cannot
     */
    void requireFor(Gan gan, SampleRequest request) {
        sample(gan, request).ifPresent(sample -> requireFor(sample, request));
    }

    /**
     * Requires that this format can hold the samples of a request.
     *
     * @param sample the shape of one sample
     * @throws IllegalArgumentException if it cannot
     */
    void requireFor(Shape sample, SampleRequest request) {
        long count = (long) request.count()
                * request.across().orElse(1)
                * Math.max(1, request.texts().size());
        if (count <= Integer.MAX_VALUE / sample.size()) { // more are refused by their number
            requireShape(sample.batch(count));
        }
    }

    /** Returns the shape of a sample, without encoding the texts of the request. */
    private static Optional<Shape> sample(Gan gan, SampleRequest request) {
        if (!request.texts().isEmpty()) {
            return gan.can(TextSampler.class) ? Optional.of(gan.schema().image().shape()) : Optional.empty();
        }
        return gan.can(LatentSampler.class)
                ? Optional.of(gan.as(LatentSampler.class).sample())
                : Optional.empty();
    }

    /** Returns whether PNG files are written. */
    boolean isImages() {
        return this == GRID || this == IMAGES;
    }

    private void requireShape(Shape samples) {
        switch (this) {
            case GRID, IMAGES, ANIMATION -> Samples.requireImages(samples);
            case TABLE -> CsvVectors.requireVectors(samples);
            case ARRAY -> {} // holds any shape
        }
    }

    void write(Samples samples, Path out) {
        switch (this) {
            case GRID -> samples.saveGrid(out);
            case ARRAY -> samples.saveNpy(out);
            case TABLE -> samples.saveCsv(out);
            case IMAGES -> samples.saveImages(out);
            case ANIMATION -> samples.saveGif(out);
        }
    }
}
