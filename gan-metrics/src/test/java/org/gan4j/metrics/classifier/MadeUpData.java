package org.gan4j.metrics.classifier;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Samples of noise to learn from, whose class is i mod K: the noise of class k is around k − 1.
 *
 * @param shape the shape of a sample
 * @param size the number of samples
 * @param classes the names of the classes
 * @param labeled whether they have labels
 * @param apart the distance of the classes
 */
record MadeUpData(Shape shape, int size, List<String> classes, boolean labeled, double apart) implements LearningData {
    static MadeUpData of(int size, long... shape) {
        return new MadeUpData(Shape.of(shape), size, List.of("dark", "gray", "bright"), true, 1);
    }

    @Override
    public Field field() {
        return new Field("sample", DType.FLOAT, shape);
    }

    @Override
    public TensorData samples(int... rows) {
        float[] all = new float[rows.length * shape.size()];
        for (int i = 0; i < rows.length; i++) {
            float[] noise = new float[shape.size()];
            new Philox(rows[i], "noise", 0).normals(0, noise, noise.length);
            for (int j = 0; j < noise.length; j++) {
                all[i * noise.length + j] = (float) (noise[j] / 3 + apart * (rows[i] % classes.size() - 1));
            }
        }
        return TensorData.of(all, shape.batch(rows.length));
    }

    @Override
    public Optional<TensorData> labels(int... rows) {
        return labeled
                ? Optional.of(TensorData.of(
                        IntStream.of(rows).map(row -> row % classes.size()).toArray(), Shape.of(rows.length)))
                : Optional.empty();
    }
}
