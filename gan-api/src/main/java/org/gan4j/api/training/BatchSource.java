package org.gan4j.api.training;

import java.util.Map;
import org.gan4j.tensor.TensorData;

/**
 * The batches of a run, numbered from 0. The content of a batch depends on its number alone, so a resumed run sees the
 * same data.
 */
public interface BatchSource extends AutoCloseable {
    /**
     * Returns a batch, [N, ...] of each field, by the field's name.
     *
     * @param number the number of the batch, counted from 0
     * @throws IllegalArgumentException if the number is negative
     */
    Map<String, TensorData> batch(long number);

    /** Releases the resources of this source. Does nothing by default. */
    @Override
    default void close() {}
}
