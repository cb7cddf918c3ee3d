package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A grid of mixed styles (<a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019</a>, figure 3). The first row has
 * the samples of a number of latents, the first column those of others. Each other sample has the styles of its row's
 * latents, but for some layers, which have those of its column: the coarse ones in the first third of the rows, then the
 * middle ones, then the fine ones. Coarse styles decide shapes, fine ones colors and texture.
 *
 * @param columns the number of latents whose styles are copied, at least 1
 * @param rows the number of latents that keep their other styles, at least 1; each third of the grid has as many rows
 */
public record StyleGrid(int columns, int rows) {
    private static final int GROUPS = 3;

    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if there is no row or no column
     */
    public StyleGrid {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a grid of mixed styles needs at least one column and one row, not "
                    + columns + " and " + rows);
        }
    }

    /**
     * Generates the grid.
     *
     * @param psi the truncation of the styles; 1 for none
     * @return the samples of all places, row by row; the first one is empty: all of its values are -1
     */
    public Samples of(StyleSampler sampler, long seed, double psi, Weights weights) {
        float[] drawn = sampler.latents().rows(seed, 0, columns + GROUPS * rows);
        int size = sampler.latents().size();
        int layers = sampler.layers();
        List<float[]> places = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            places.add(mixed(drawn, column, column, 0, layers, size));
        }
        for (int row = 0; row < GROUPS * rows; row++) {
            int group = row / rows;
            places.add(mixed(drawn, columns + row, columns + row, 0, layers, size));
            for (int column = 0; column < columns; column++) {
                places.add(mixed(drawn, columns + row, column, group, layers, size));
            }
        }
        float[] all = new float[places.size() * layers * size];
        for (int i = 0; i < places.size(); i++) {
            System.arraycopy(places.get(i), 0, all, i * layers * size, layers * size);
        }
        TensorData made = sampler.mixed(
                TensorData.of(all, Shape.of(places.size(), layers, size)), psi, weights);
        float[] empty = new float[sampler.sample().size()];
        Arrays.fill(empty, -1);
        TensorData corner = TensorData.of(empty, made.rows(0, 1).shape());
        return new Samples(TensorData.joined(List.of(corner, made)), OptionalInt.of(columns + 1));
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
