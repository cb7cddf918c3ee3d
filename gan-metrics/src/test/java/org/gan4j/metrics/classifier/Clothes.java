package org.gan4j.metrics.classifier;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.data.FashionMnist;
import org.gan4j.tensor.TensorData;

/** The first images of Fashion-MNIST, to learn from. */
record Clothes(Dataset data, int size) implements LearningData {
    static Clothes of(int size) {
        return new Clothes(FashionMnist.embedded().open(), size);
    }

    @Override
    public Field field() {
        return DataSchema.of(data).image();
    }

    @Override
    public List<String> classes() {
        return DataSchema.of(data).classes();
    }

    @Override
    public TensorData samples(int... rows) {
        return data.read(rows).get(Field.IMAGE);
    }

    @Override
    public Optional<TensorData> labels(int... rows) {
        return Optional.of(data.read(rows).get(Field.LABEL));
    }
}
