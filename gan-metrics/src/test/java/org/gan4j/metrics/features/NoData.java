package org.gan4j.metrics.features;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The data of extractors that do not learn. */
record NoData() implements LearningData {
    @Override
    public Field field() {
        return new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, 28, 28));
    }

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
        throw new IllegalStateException("an extractor that does not learn asked for samples");
    }

    @Override
    public Optional<TensorData> labels(int... rows) {
        return Optional.empty();
    }
}
