package org.gan4j.api.data;

import org.gan4j.tensor.TensorData;

/**
 * A column of floating-point numbers.
 *
 * @param field the field, FLOAT
 * @param values the values, sample by sample; they are not copied and must not change afterwards
 */
public record Floats(Field field, float[] values) implements Column {
    @Override
    public int samples() {
        return values.length / field.shape().size();
    }

    @Override
    public TensorData read(int... indices) {
        int size = field.shape().size();
        float[] batch = new float[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * size, batch, i * size, size);
        }
        return TensorData.of(batch, field.batch(indices.length));
    }
}
