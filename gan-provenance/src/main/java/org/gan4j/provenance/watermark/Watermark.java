package org.gan4j.provenance.watermark;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.util.function.Consumer;
import org.gan4j.data.photos.Photo;

/**
 * An invisible watermark in images, which only the holder of its key can find: a weak pattern over the whole image, by spread
 * spectrum (Cox et al. 1997, <a href="https://doi.org/10.1109/83.650120">Secure Spread Spectrum Watermarking for
 * Multimedia</a>). The pattern repeats every 32 pixels in both directions, so that a part of the image holds it, too, and a
 * circular correlation finds it at any offset (Kalker et al. 1999, <a href="https://doi.org/10.1117/12.344659">A Video
 * Watermarking System for Broadcast Monitoring</a>). It lies in the middle frequencies, which JPEG keeps, and is
 * made stronger until the detector finds it in simulated JPEGs and crops, or until it would become visible.
 *
 * <p>It needs no training and works after any generator. Learned alternatives survive more changes: HiDDeN (<a
 * href="https://arxiv.org/abs/1807.09937">Zhu et al. 2018</a>) learns the pattern, Stable Signature (<a
 * href="https://arxiv.org/abs/2303.15435">Fernandez et al. 2023</a>) puts it into the generator's weights. None of them,
 * this one included, withstands somebody who wants to remove it. docs/provenance.md has the measured rates.
 *
 * <p>An image may hold the marks of several keys; each makes the earlier ones a little weaker. Immutable and thread-safe, as
 * far as the listener is.
 */
public final class Watermark {
    private final KeyTile tile;
    private final Consumer<MarkedImage> listener;

    private Watermark(KeyTile tile, Consumer<MarkedImage> listener) {
        this.tile = tile;
        this.listener = listener;
    }

    /**
     * Returns the watermark of a key.
     *
     * @param key a secret text; keys that differ in one character give unrelated patterns
     * @throws IllegalArgumentException if the key is blank
     */
    public static Watermark of(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("the key of a watermark is blank: give a secret text");
        }
        return new Watermark(KeyTile.of(key), marked -> {});
    }

    /** Returns a watermark that tells a listener, which replaces an earlier one, each image that it marks. */
    public Watermark listening(Consumer<MarkedImage> other) {
        return new Watermark(tile, other);
    }

    /**
     * Marks an image, which is left as it is. All channels of color change alike; alpha and the number of bits stay. Equal images give
     * equal results.
     *
     * @param image an image of 8 or 16 bits, gray or in color, of at least 16×16 pixels
     * @throws IllegalArgumentException if it is smaller, or of other samples
     */
    public MarkedImage embed(RenderedImage image) {
        MarkedImage marked = new Embedding(tile, Levels.of(image)).strongEnough();
        listener.accept(marked);
        return marked;
    }

    /** Looks for this watermark in an image of any kind and size. */
    public WatermarkMatch detect(BufferedImage image) {
        return detect(Photo.of(image));
    }

    /** Looks for this watermark in a photo, such as one that was read from a file. */
    public WatermarkMatch detect(Photo photo) {
        return tile.match(TileSpectrum.of(Luma.of(photo)));
    }

    /** Returns a text that does not contain the key. */
    @Override
    public String toString() {
        return "watermark of a secret key";
    }
}
