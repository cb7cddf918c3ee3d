package org.gan4j.metrics.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.metrics.features.RandomRows;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Samples in memory with their classes.
 *
 * @param shape the shape of a sample
 * @param rows the numbers of each sample
 * @param labels the class of each sample, counted from 0
 */
record LabeledSamples(Shape shape, List<float[]> rows, int[] labels) {
    /** Returns the samples whose class is known. */
    static LabeledSamples of(TensorData samples, TensorData classes) {
        int[] labels = classes.toInts();
        int[] known =
                IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
        Shape shape = samples.shape().without(0);
        List<float[]> rows = new ArrayList<>();
        for (int i : known) {
            rows.add(samples.rows(i, i + 1).toFloats());
        }
        return new LabeledSamples(
                shape, rows, Arrays.stream(known).map(i -> labels[i]).toArray());
    }

    int size() {
        return labels.length;
    }

    /** Returns samples in another order, or some of them. */
    LabeledSamples chosen(int... order) {
        return new LabeledSamples(
                shape,
                Arrays.stream(order).mapToObj(rows::get).toList(),
                Arrays.stream(order).map(i -> labels[i]).toArray());
    }

    /** Returns all samples in a random order. */
    LabeledSamples shuffled(long seed) {
        return chosen(RandomRows.of(size(), size(), seed));
    }

    /** Returns the samples from one index to another, the last one excluded. */
    LabeledSamples part(int from, int to) {
        return new LabeledSamples(shape, rows.subList(from, to), Arrays.copyOfRange(labels, from, to));
    }

    /** Returns the number of samples of each class. */
    int[] counts(int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** Returns samples [to − from, ...] as one tensor. */
    TensorData values(int from, int to) {
        float[] all = new float[(to - from) * shape.size()];
        for (int i = from; i < to; i++) {
            System.arraycopy(rows.get(i), 0, all, (i - from) * shape.size(), shape.size());
        }
        return TensorData.of(all, shape.batch(to - from));
    }
}
