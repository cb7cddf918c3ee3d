package org.gan4j.provenance;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.inference.Weights;
import org.gan4j.data.images.PngFiles;
import org.gan4j.data.images.PngText;
import org.gan4j.data.photos.Finish;
import org.gan4j.provenance.watermark.Watermark;

/**
 * The marks of the images that a GAN made, when they are written: a provenance as text in PNG files, and an invisible watermark.
 *
 * @param provenance the provenance, if it is known
 * @param watermark the watermark, if there is one
 */
public record Imprint(Optional<Provenance> provenance, Optional<Watermark> watermark) implements Finish {
    /** No marks. */
    public static final Imprint NONE = new Imprint(Optional.empty(), Optional.empty());

    /** Returns the marks of images of this provenance, without a watermark. */
    public static Imprint of(Provenance provenance) {
        return new Imprint(Optional.of(provenance), Optional.empty());
    }

    /** Returns these marks with a watermark in place of an earlier one. */
    public Imprint with(Watermark other) {
        return new Imprint(provenance, Optional.of(other));
    }

    /** Returns these marks with the weights that were used, if there is a provenance. */
    public Imprint weights(Weights used) {
        return new Imprint(provenance.map(origin -> origin.weights(used)), watermark);
    }

    /** Returns these marks with the name of the run, if there is a provenance. */
    public Imprint run(String name) {
        return new Imprint(provenance.map(origin -> origin.run(name)), watermark);
    }

    @Override
    public PngText text() {
        return provenance.map(Provenance::text).orElse(PngText.NONE);
    }

    /**
     * Returns an image with the watermark, or the image itself if there is none.
     *
     * @throws IllegalArgumentException if it is too small for a watermark
     */
    @Override
    public RenderedImage pixels(RenderedImage image) {
        return watermark.<RenderedImage>map(mark -> mark.embed(image).image()).orElse(image);
    }

    /**
     * Writes a marked image as a PNG file, atomically.
     *
     * @throws IllegalArgumentException if it is too small for a watermark
     * @throws java.io.UncheckedIOException if writing fails
     */
    public void write(Path file, BufferedImage image) {
        PngFiles.write(file, marked(image), text());
    }

    /**
     * Returns a marked image as the bytes of a PNG file.
     *
     * @throws IllegalArgumentException if it is too small for a watermark
     */
    public byte[] bytes(BufferedImage image) {
        return PngFiles.bytes(marked(image), text());
    }

    private BufferedImage marked(BufferedImage image) {
        return watermark.map(mark -> mark.embed(image).image()).orElse(image);
    }
}
