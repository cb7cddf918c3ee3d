package org.gan4j.data.numbers;

import org.gan4j.api.data.Column;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.NpyRows;

/**
 * Samples in a file, scaled when read.
 *
 * @param channelsLast whether those in the file are H×W×C, and not C×H×W as the field
 * @param lines one for all numbers, or one for each
 */
record NpyColumn(Field field, NpyRows rows, boolean channelsLast, Line[] lines) implements Column {
    @Override
    public int samples() {
        return rows.rows();
    }

    @Override
    public TensorData read(int... indices) {
        int size = field.shape().size();
        float[] batch = new float[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            float[] sample = rows.read(indices[i]);
            for (int j = 0; j < size; j++) {
                batch[i * size + place(j)] = lines[j % lines.length].scaled(sample[j]);
            }
        }
        return TensorData.of(batch, field.batch(indices.length));
    }

    /** Where the number at a place of the file's sample goes. */
    private int place(int from) {
        if (!channelsLast) {
            return from;
        }
        int channels = field.shape().dim(0);
        int pixels = field.shape().size() / channels;
        return from % channels * pixels + from / channels;
    }
}
