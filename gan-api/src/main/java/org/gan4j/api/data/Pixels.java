package org.gan4j.api.data;

import org.gan4j.tensor.TensorData;

/**
 * Pictures as bytes, FLOAT when read: 0 becomes -1 and 255 becomes 1.
 *
 * @param field whose shape is C×H×W
 * @param values sample by sample; they must not change afterwards
 */
public record Pixels(Field field, byte[] values) implements Column {
    @Override
    public int samples() {
        return values.length / field.shape().size();
    }

    @Override
    public TensorData read(int... indices) {
        int size = field.shape().size();
        float[] batch = new float[indices.length * size];
        int at = 0;
        for (int index : indices) {
            for (int from = index * size; from < (index + 1) * size; from++) {
                batch[at++] = PixelScaling.scaled(values[from]);
            }
        }
        return TensorData.of(batch, field.batch(indices.length));
    }
}
