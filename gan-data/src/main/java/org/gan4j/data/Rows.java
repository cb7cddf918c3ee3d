package org.gan4j.data;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.DerivedDataset;
import org.gan4j.tensor.TensorData;

/**
 * Some samples of a data set, with all its fields and classes.
 *
 * @param chosen the indices of the samples in the whole
 */
record Rows(Dataset whole, int[] chosen) implements DerivedDataset {
    /**
     * Validates the data.
     *
     * @throws IllegalArgumentException if training draws their samples in an order of their own
     */
    Rows {
        if (!whole.partitions().equals(List.of(whole))) {
            throw new IllegalArgumentException(
                    "training draws the samples of these data in an order of their own, so some of"
                            + " them cannot be chosen: for a table, leave out the setting sampling");
        }
    }

    @Override
    public int size() {
        return chosen.length;
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        return whole.read(IntStream.of(indices).map(i -> chosen[i]).toArray());
    }
}
