package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A request for a grid of mixed styles (<a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019</a>, figure 3). The
 * first row has the samples of a number of latents, the first column those of others. Each other sample has the styles of
 * its row's latents, but for some layers, which have those of its column: the coarse ones in the first third of the rows,
 * then the middle ones, then the fine ones. Coarse styles decide shapes, fine ones colors and texture.
 *
 * <pre>{@code
 * gan.sample(StyleGrid.of(6).truncation(0.7)).saveGrid(Path.of("mix.png"))
 * }</pre>
 *
 * @param columns the samples of the first row, with their seed, truncation and weights
 * @param rows the number of rows of each third, at least 1
 */
public record StyleGrid(SampleRequest columns, int rows) {
    private static final int GROUPS = 3;
    private static final int ROWS = 2;

    /**
     * Validates the request.
     *
     * @throws IllegalArgumentException if there is no row, or if there are a label, interpolations, texts or shares of
     *     classes
     */
    public StyleGrid {
        if (rows < 1) {
            throw new IllegalArgumentException("a grid of mixed styles needs at least one row, not " + rows);
        }
        if (columns.across().isPresent()
                || columns.shares().isPresent()
                || columns.label().isPresent()
                || !columns.tags().isEmpty()
                || !columns.texts().isEmpty()) {
            throw new IllegalArgumentException("a grid of mixed styles has samples of latents alone: leave out"
                    + " interpolations, labels, tags, texts and shares of classes");
        }
    }

    /**
     * Returns a grid with two rows of each kind.
     *
     * @throws IllegalArgumentException if there is no column
     */
    public static StyleGrid of(int columns) {
        return of(SampleRequest.of(columns));
    }

    /**
     * Returns a grid with two rows of each kind.
     *
     * @param columns the samples of the first row
     * @throws IllegalArgumentException if there are a label, interpolations, texts or shares of classes
     */
    public static StyleGrid of(SampleRequest columns) {
        return new StyleGrid(columns, ROWS);
    }

    /** Returns a copy whose latents are drawn with this seed. */
    public StyleGrid seed(long value) {
        return new StyleGrid(columns.seed(value), rows);
    }

    /** Returns a copy whose styles are moved toward their mean by this factor. */
    public StyleGrid truncation(double psi) {
        return new StyleGrid(columns.truncation(psi), rows);
    }

    /**
     * Generates the grid.
     *
     * @param standard the seed of the latents if the request sets none
     * @return the samples of all places, row by row; the first one is empty: all of its values are -1
     * @throws IllegalArgumentException if the request leaves the weights open, or the grid does not fit into one array
     */
    public Samples by(StyleSampler sampler, long standard) {
        int across = columns.count();
        int size = sampler.latents().size();
        int layers = sampler.layers();
        long cells = (across + 1L) * (GROUPS * (long) rows + 1);
        if (cells * Math.max((long) layers * size, sampler.sample().size()) > Sampler.MOST_FLOATS) {
            throw new IllegalArgumentException("a grid of " + (across + 1L) + " columns and "
                    + (GROUPS * (long) rows + 1) + " rows does not fit into one array: ask for fewer");
        }
        float[] drawn = sampler.latents().rows(columns.seed().orElse(standard), 0, across + GROUPS * rows);
        List<float[]> places = new ArrayList<>();
        for (int column = 0; column < across; column++) {
            places.add(mixed(drawn, column, column, 0, layers, size));
        }
        for (int row = 0; row < GROUPS * rows; row++) {
            places.add(mixed(drawn, across + row, across + row, 0, layers, size));
            for (int column = 0; column < across; column++) {
                places.add(mixed(drawn, across + row, column, row / rows, layers, size));
            }
        }
        float[] all = new float[places.size() * layers * size];
        for (int i = 0; i < places.size(); i++) {
            System.arraycopy(places.get(i), 0, all, i * layers * size, layers * size);
        }
        TensorData made = sampler.mixed(
                TensorData.of(all, Shape.of(places.size(), layers, size)),
                columns.truncation().orElse(1),
                columns.weights()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the weights to use must be known: call latest() or ema() of the request")));
        float[] empty = new float[sampler.sample().size()];
        Arrays.fill(empty, -1);
        TensorData corner = TensorData.of(empty, made.rows(0, 1).shape());
        return new Samples(TensorData.joined(List.of(corner, made)), OptionalInt.of(across + 1));
    }

    /** Returns the latents of each layer: those of one row of {@code drawn}, of another in the layers of a group. */
    private static float[] mixed(float[] drawn, int own, int copied, int group, int layers, int size) {
        float[] mixed = new float[layers * size];
        for (int layer = 0; layer < layers; layer++) {
            int from = layer * GROUPS / layers == group ? copied : own;
            System.arraycopy(drawn, from * size, mixed, layer * size, size);
        }
        return mixed;
    }
}
