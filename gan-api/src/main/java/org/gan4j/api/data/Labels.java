package org.gan4j.api.data;

import java.util.Arrays;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A column of class numbers, as the field {@code label}.
 *
 * @param values the number of each sample's class, counted from 0; they are not copied and must not change afterwards
 */
public record Labels(int[] values) implements Column {
    private static final Field LABEL = new Field(Field.LABEL, DType.INT, Shape.scalar());

    /** Returns the labels in unsigned bytes, 0 to 255. */
    public static Labels of(byte[] classes) {
        int[] labels = new int[classes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = classes[i] & 0xFF;
        }
        return new Labels(labels);
    }

    /** Returns the number of classes: one more than the largest label. */
    int classes() {
        return Arrays.stream(values).max().orElse(-1) + 1;
    }

    @Override
    public Field field() {
        return LABEL;
    }

    @Override
    public int samples() {
        return values.length;
    }

    @Override
    public TensorData read(int... indices) {
        int[] batch = new int[indices.length];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = values[indices[i]];
        }
        return TensorData.of(batch, Shape.of(batch.length));
    }
}
