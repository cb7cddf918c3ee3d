package org.gan4j.api.data;

import org.gan4j.tensor.TensorData;

/**
 * The values of one field for all samples. A column keeps them in their compact original form, such as bytes, and
 * converts them when they are read. Data sources are built from columns.
 */
public interface Column {
    /** Returns the field whose values this column holds. */
    Field field();

    /** Returns the number of samples. */
    int samples();

    /**
     * Reads samples as a batch, [indices.length, sample...].
     *
     * @param indices the indices of the samples; the caller ensures that they exist
     */
    TensorData read(int... indices);
}
