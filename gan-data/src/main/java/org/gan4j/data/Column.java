package org.gan4j.data;

import org.gan4j.api.Field;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** One field of all samples, kept as small as it came and converted when read. */
sealed interface Column {
    Field field();

    /** How many numbers are kept. */
    int length();

    /** These samples, [indices.length, sample...]. */
    TensorData read(int... indices);

    default int samples() {
        return length() / Math.max(1, field().shape().size());
    }

    /** Pictures as bytes, FLOAT when read: 0 becomes -1 and 255 becomes 1. */
    record Pixels(Field field, byte[] values) implements Column {
        /** {@code v / 127.5 - 1} for each byte: a look-up is faster than a division. */
        private static final float[] SCALED = new float[256];

        static {
            for (int value = 0; value < SCALED.length; value++) {
                SCALED[value] = value / 127.5f - 1;
            }
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public TensorData read(int... indices) {
            int size = field.shape().size();
            float[] batch = new float[indices.length * size];
            int at = 0;
            for (int index : indices) {
                for (int from = index * size; from < (index + 1) * size; from++) {
                    batch[at++] = SCALED[values[from] & 0xFF];
                }
            }
            return TensorData.of(batch, field.batch(indices.length));
        }
    }

    /** Any numbers. */
    record Floats(Field field, float[] values) implements Column {
        @Override
        public int length() {
            return values.length;
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

    /** Whole numbers, one a sample. */
    record Labels(Field field, int[] values) implements Column {
        @Override
        public int length() {
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
}
