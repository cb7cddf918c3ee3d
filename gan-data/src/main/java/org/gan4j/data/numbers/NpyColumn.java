package org.gan4j.data.numbers;

import org.gan4j.api.data.Column;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.NpyRows;

/**
 * A column of samples in a .npy file, scaled on reading.
 *
 * @param channelsLast whether the samples in the file are H×W×C, unlike the field, which is C×H×W
 * @param lines one scaling for all numbers of a sample, or one for each
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
            double[] sample = rows.read(indices[i]);
            for (int j = 0; j < size; j++) {
                batch[i * size + place(j)] = lines[j % lines.length].scaled(sample[j]);
            }
        }
        return TensorData.of(batch, field.batch(indices.length));
    }

    /** Returns the index in the field of a number at an index in the file's sample. */
    private int place(int from) {
        if (!channelsLast) {
            return from;
        }
        int channels = field.shape().dim(0);
        int pixels = field.shape().size() / channels;
        return from % channels * pixels + from / channels;
    }
}
