package org.gan4j.dsl.inference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.tensor.TensorData;

/** The data of training, in the form that a comparison gives them. */
record ReferenceRows(ReferenceData data, Comparison comparison) implements LearningData {
    @Override
    public Field field() {
        return comparison.with();
    }

    @Override
    public List<String> classes() {
        return data.schema().classes();
    }

    @Override
    public int size() {
        return data.size();
    }

    @Override
    public TensorData samples(int... rows) {
        return comparison.reference().from(data.read(rows, 0));
    }

    @Override
    public Optional<TensorData> labels(int... rows) {
        return labels(data.read(rows, 0));
    }

    /** Returns the classes of rows, if the data have them, and if they are those that the GAN has learned. */
    static Optional<TensorData> labels(Map<String, TensorData> rows) {
        return rows.containsKey(Field.LABEL) && rows.get(Field.LABEL).shape().rank() == 1
                ? Optional.of(rows.get(Field.LABEL))
                : Optional.empty();
    }
}
