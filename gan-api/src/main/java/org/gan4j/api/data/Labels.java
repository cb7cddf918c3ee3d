package org.gan4j.api.data;

import java.util.Arrays;
import java.util.List;
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

    /**
     * Returns these labels as numbers of the classes that occur, which are counted from 0 in ascending order: 3 and 7 become 0
     * and 1. Negative labels stay.
     */
    public Labels counted() {
        int[] present = present();
        return new Labels(Arrays.stream(values)
                .map(label -> label < 0 ? label : Arrays.binarySearch(present, label))
                .toArray());
    }

    /** Returns the labels that occur, but for negative ones, in ascending order, as names of the {@link #counted} classes. */
    public List<String> names() {
        return Arrays.stream(present()).mapToObj(String::valueOf).toList();
    }

    private int[] present() {
        return Arrays.stream(values)
                .filter(label -> label >= 0)
                .distinct()
                .sorted()
                .toArray();
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
