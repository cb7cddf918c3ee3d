package org.gan4j.data.tables;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.tables.Block;
import org.gan4j.api.data.tables.RowPlace;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The rows of a table, encoded, as the field {@code image}. Of a choice, the place of its 1 is kept, not the one-hot. */
final class EncodedRows implements Column {
    private static final long SEED = 1;

    private final Field field;
    private final List<Values> values;
    private final int rows;

    /** The values of a block, row by row. */
    private static final class Values {
        private static final int FIRST = 1024;

        private final Block block;
        private float[] numbers = new float[0];
        private char[] choices = new char[0];

        Values(Block block) {
            this.block = block;
            if (block.width() > Character.MAX_VALUE) {
                throw new IllegalArgumentException("a column of " + block.width() + " choices is too wide");
            }
        }

        void set(int row, float[] encoded) {
            if (block.kind() == Block.Kind.NUMBER) {
                if (row == numbers.length) {
                    numbers = Arrays.copyOf(numbers, grown(row));
                }
                numbers[row] = encoded[block.offset()];
            } else {
                if (row == choices.length) {
                    choices = Arrays.copyOf(choices, grown(row));
                }
                int place = 0;
                while (place + 1 < block.width() && encoded[block.offset() + place] == 0) {
                    place++;
                }
                choices[row] = (char) place;
            }
        }

        private static int grown(int length) {
            return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(FIRST, length * 3L / 2));
        }

        void copy(int row, float[] into, int offset) {
            if (block.kind() == Block.Kind.NUMBER) {
                into[offset + block.offset()] = numbers[row];
            } else {
                into[offset + block.offset() + choices[row]] = 1;
            }
        }
    }

    EncodedRows(TableEncoding encoding, TableRows table) {
        field = new Field(Field.IMAGE, DType.FLOAT, Shape.of(encoding.width()));
        values = encoding.blocks().stream().map(Values::new).toList();
        int[] count = {0};
        table.forEach(row -> {
            float[] encoded = encoding.encode(row, new RowPlace(SEED, count[0]));
            for (Values each : values) {
                each.set(count[0], encoded);
            }
            count[0]++;
        });
        rows = count[0];
    }

    /** Returns the place of the 1 of a choice, by the number of a row. */
    IntUnaryOperator choices(Block block) {
        char[] places = values.stream()
                .filter(each -> each.block.equals(block))
                .findFirst()
                .orElseThrow()
                .choices;
        return row -> places[row];
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public int samples() {
        return rows;
    }

    @Override
    public TensorData read(int... indices) {
        int width = field.shape().size();
        float[] batch = new float[indices.length * width];
        for (int i = 0; i < indices.length; i++) {
            for (Values each : values) {
                each.copy(indices[i], batch, i * width);
            }
        }
        return TensorData.of(batch, field.batch(indices.length));
    }
}
