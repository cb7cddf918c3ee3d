package org.gan4j.api.data;

import org.gan4j.tensor.TensorData;

/** One field of all samples, kept as small as it came and converted when read. Data sources build on these. */
public interface Column {
    Field field();

    /** How many samples there are. */
    int samples();

    /** These samples, [indices.length, sample...]; the indices exist. */
    TensorData read(int... indices);
}
