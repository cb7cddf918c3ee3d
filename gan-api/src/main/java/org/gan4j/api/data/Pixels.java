package org.gan4j.api.data;

import org.gan4j.tensor.TensorData;

/**
 * A column of images that keeps one byte per level and reads FLOAT values in [-1, 1]: 0 becomes -1 and 255 becomes 1.
 *
 * @param field the field, FLOAT with shape C×H×W
 * @param values the levels, sample by sample; they are not copied and must not change afterwards
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
