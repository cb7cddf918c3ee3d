package org.gan4j.metrics;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Collects batches of feature vectors. */
final class FeatureRows {
    private final List<TensorData> parts = new ArrayList<>();

    void add(TensorData rows) {
        parts.add(rows);
    }

    /** All rows as one matrix. */
    TensorData joined() {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there are no pictures to make features of: give at least one");
        }
        int count = parts.stream().mapToInt(part -> part.shape().dim(0)).sum();
        int width = parts.get(0).shape().dim(1);
        return TensorData.joined(parts.get(0).dtype(), Shape.of(count, width), parts.stream());
    }
}
