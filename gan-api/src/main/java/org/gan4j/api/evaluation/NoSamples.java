package org.gan4j.api.evaluation;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.TensorData;

/** The data of an extractor that does not learn: none. */
record NoSamples(Field field) implements LearningData {
    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public TensorData samples(int... rows) {
        throw new IndexOutOfBoundsException("an extractor that does not learn is given no data");
    }

    @Override
    public Optional<TensorData> labels(int... rows) {
        return Optional.empty();
    }
}
