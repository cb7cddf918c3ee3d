package org.gan4j.api.training;

import java.util.Map;
import org.gan4j.tensor.TensorData;

/** The batches of a run, numbered from 0: which samples are in a batch depends on its number alone. */
public interface BatchSource extends AutoCloseable {
    Map<String, TensorData> batch(long number);

    @Override
    default void close() {}
}
