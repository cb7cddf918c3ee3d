package org.gan4j.api.evaluation;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.TensorData;

/** The data that an {@link Extractor} may learn from, in the form of the samples that it will be given. */
public interface LearningData {
    /** Returns no data, for an extractor that does not learn. */
    static LearningData none(Field field) {
        return new NoSamples(field);
    }

    /** Returns the form of a sample. */
    Field field();

    /** Returns the names of the classes; empty without labels. */
    List<String> classes();

    /** Returns the number of samples. */
    int size();

    /**
     * Returns samples.
     *
     * @param rows their indices, counted from 0
     * @return [rows.length, ...]; images in [-1, 1]
     */
    TensorData samples(int... rows);

    /**
     * Returns the classes of samples, INT [rows.length], negative where a class is not known; empty without labels.
     *
     * @param rows the indices of the samples, counted from 0
     */
    Optional<TensorData> labels(int... rows);
}
