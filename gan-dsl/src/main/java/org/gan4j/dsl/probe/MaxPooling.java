package org.gan4j.dsl.probe;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Tensor;

/**
 * The largest number of each channel in each cell of a grid of at most 4×4 cells, as Radford et al. 2016 pool the maps of a
 * critic before a linear classifier. Other features are flattened.
 */
final class MaxPooling {
    private static final int CELLS = 4;
    private static final int MAPS = 4;

    private MaxPooling() {}

    /** Returns features [N,...] as rows [N,F]. */
    static Tensor rows(Tensor features) {
        int count = features.shape().dim(0);
        if (features.shape().rank() != MAPS) {
            return features.reshape(count, -1);
        }
        int height = features.shape().dim(2);
        int width = features.shape().dim(3);
        List<Tensor> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(CELLS, height); i++) {
            Tensor band = part(features, 2, i, height);
            for (int j = 0; j < Math.min(CELLS, width); j++) {
                cells.add(part(band, 3, j, width).max(2, 3));
            }
        }
        return Tensor.concat(1, cells.toArray(Tensor[]::new));
    }

    /** Returns a part of an axis; parts may overlap by one, so that none is empty. */
    private static Tensor part(Tensor maps, int axis, int index, int length) {
        int parts = Math.min(CELLS, length);
        return maps.slice(axis, index * length / parts, ((index + 1) * length + parts - 1) / parts);
    }
}
