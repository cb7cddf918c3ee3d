package org.gan4j.data.edges;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.data.folder.PairedFolder;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Images with a drawing of their edges, to learn to make images of drawings (<a
 * href="https://arxiv.org/abs/1611.07004">pix2pix, Isola et al. 2017</a>): {@code image} as in the other data, and {@code
 * source}, FLOAT [1,H,W], with black lines (-1) on white (1).
 *
 * <p>A line is where the luma Y, 0 to 255 as of {@link org.gan4j.api.data.images.PixelImage#gray}, changes most. With
 * Sobel's kernels, whose sums of weights are ±4, and the edge of the image repeated beyond it,
 *
 * <pre>
 * gₓ = [1 2 1]ᵀ[-1 0 1] ∗ Y   g_y = [-1 0 1]ᵀ[1 2 1] ∗ Y   m = √(gₓ² + g_y²) / (4 · 255)
 * </pre>
 *
 * a pixel is black if m is at least the threshold and a maximum along the gradient: larger than that of the neighbor
 * before it and at least that of the neighbor after it, in the nearest of the directions →, ↘, ↓ and ↙. At a step between
 * two areas, m is its height, so a threshold of 0.2 draws steps of a fifth of the contrast between black and white. All
 * of this is done with integers, so the lines are the same on every machine.
 *
 * <p>{@linkplain Dataset#transformed() Transforms} do not apply, since they would change the images of a pair
 * differently.
 *
 * @param data the other data, with images of 1 or 3 channels
 * @param threshold the least m of a line; above 0; 0.2 by default
 */
public record Edges(DataSource data, double threshold) implements DataSource {
    private static final double THRESHOLD = 0.2;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the threshold is not above 0
     */
    public Edges {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("the threshold of edges must be above 0, such as 0.2, not " + threshold);
        }
    }

    /** Returns images with their edges, with the default threshold. */
    public static Edges of(DataSource data) {
        return new Edges(data, THRESHOLD);
    }

    /**
     * Returns a copy with another threshold.
     *
     * @throws IllegalArgumentException if the threshold is not above 0
     */
    public Edges threshold(double least) {
        return new Edges(data, least);
    }

    /** Returns the edges of the other data; data that already are pairs are returned as they are. */
    @Override
    public DataSource over(DataSource other) {
        return other instanceof Edges || other instanceof PairedFolder ? other : new Edges(data.over(other), threshold);
    }

    @Override
    public String name() {
        return "edges";
    }

    @Override
    public String summary() {
        return "images of other data with a drawing of their edges, as pairs";
    }

    /**
     * Opens the data.
     *
     * @throws IllegalArgumentException if the other data have no images of 1 or 3 channels, have several partitions, or
     *     already have a field {@code source}
     */
    @Override
    public Dataset open() {
        Dataset whole = data.open();
        try {
            requireFits(whole);
            Shape shape = whole.field(Field.IMAGE).shape();
            return new EdgesDataset(
                    whole,
                    new Field(PairedFolder.SOURCE, DType.FLOAT, shape.with(0, 1)),
                    new EdgeDetector(shape.dim(1), shape.dim(2), threshold));
        } catch (RuntimeException unusable) {
            whole.close();
            throw unusable;
        }
    }

    private void requireFits(Dataset whole) {
        if (whole.partitions().size() > 1) {
            throw new IllegalArgumentException(
                    "the data " + data.name() + " have several partitions: draw the edges of one of them");
        }
        Field image = whole.field(Field.IMAGE);
        if (!image.isImage()) {
            throw new IllegalArgumentException(
                    "the images of " + data.name() + ", " + image.dtype() + " " + image.shape()
                            + ", have no edges that could be drawn: choose data with images, FLOAT [1,H,W] or [3,H,W]");
        }
        if (whole.fields().stream().anyMatch(field -> field.name().equals(PairedFolder.SOURCE))) {
            throw new IllegalArgumentException("the data " + data.name()
                    + " already have a field source, which edges would replace: use them as they are");
        }
    }
}
