package org.gan4j.dsl.inference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gan4j.metrics.DensityCoverage;
import org.gan4j.tensor.TensorData;

/** Finds rows of data that occur so often that the balls around them, to their nearest neighbors, have a radius of 0. */
final class RepeatedRows {
    private RepeatedRows() {}

    /**
     * Returns the note that density and coverage need of such data; empty if no row occurs often enough.
     *
     * @param rows the features of the data, [N,F]
     */
    static Optional<String> note(TensorData rows, DensityCoverage metric) {
        Map<Integer, Integer> counts = new HashMap<>();
        int count = rows.shape().dim(0);
        int width = rows.shape().size() / count;
        float[] values = rows.toFloats();
        int[] hashes = new int[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = Arrays.hashCode(Arrays.copyOfRange(values, i * width, (i + 1) * width));
            counts.merge(hashes[i], 1, Integer::sum);
        }
        long repeated = Arrays.stream(hashes)
                .filter(hash -> counts.get(hash) > metric.neighbors())
                .count();
        return repeated == 0
                ? Optional.empty()
                : Optional.of(
                        "%,d of %,d rows of the data equal %d others or more, so that no ball around them has a radius above 0: they add nothing to density and coverage, which are 0 if all rows are such"
                                .formatted(repeated, count, metric.neighbors()));
    }
}
