package org.gan4j.metrics.pixels;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The samples of make_pixels_oracle.py. */
record Waves(Shape shape, int size, float scale) implements LearningData {
    private static final int TERMS = 40;

    static Waves of(int size, long... shape) {
        return new Waves(Shape.of(shape), size, 1);
    }

    @Override
    public Field field() {
        return new Field("sample", DType.FLOAT, shape);
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public TensorData samples(int... rows) {
        float[] all = new float[rows.length * shape.size()];
        for (int k = 0; k < all.length; k++) {
            int n = rows[k / shape.size()];
            int i = k % shape.size() + 1;
            double x = 0;
            for (int j = 1; j <= TERMS; j++) {
                x += Math.sin(0.7 * j * i + 0.31 * j * j * n) / j;
            }
            all[k] = scale * (float) (x / 2);
        }
        return TensorData.of(all, shape.batch(rows.length));
    }

    @Override
    public Optional<TensorData> labels(int... rows) {
        return Optional.empty();
    }
}
