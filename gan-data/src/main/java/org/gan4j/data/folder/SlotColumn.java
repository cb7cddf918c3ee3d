package org.gan4j.data.folder;

import org.gan4j.api.data.Column;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.PixelScaling;
import org.gan4j.tensor.TensorData;

/**
 * A column of images, stored as bytes in slots and returned as FLOAT.
 *
 * @param used the slot of each sample
 */
record SlotColumn(Field field, Slots slots, int[] used) implements Column {
    @Override
    public int samples() {
        return used.length;
    }

    @Override
    public TensorData read(int... indices) {
        byte[] levels = new byte[field.shape().size()];
        float[] batch = new float[indices.length * levels.length];
        int at = 0;
        for (int index : indices) {
            slots.read(used[index], levels);
            for (byte level : levels) {
                batch[at++] = PixelScaling.scaled(level);
            }
        }
        return TensorData.of(batch, field.batch(indices.length));
    }
}
