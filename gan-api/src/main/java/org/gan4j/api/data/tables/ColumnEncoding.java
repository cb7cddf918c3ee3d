package org.gan4j.api.data.tables;

import java.util.List;

/** How the values of a column become numbers that a GAN learns, and back. */
sealed interface ColumnEncoding permits NumberEncoding, ChoiceEncoding, RuleEncoding {
    /** Returns the blocks of an encoded value, in their order; the first begins at 0. None if the column is not learned. */
    List<Block> blocks();

    /** Returns the length of an encoded value. */
    default int width() {
        return blocks().stream().mapToInt(Block::width).sum();
    }

    /**
     * Encodes a value.
     *
     * @param value empty if it is missing
     * @param draw a random number in [0, 1)
     * @param into receives {@link #width} numbers
     * @param offset where they begin
     * @throws IllegalArgumentException if the column cannot have this value
     */
    void encode(String value, double draw, float[] into, int offset);

    /**
     * Decodes a value.
     *
     * @param from has {@link #width} numbers
     * @param offset where they begin
     * @param place of the row that it belongs to
     * @return empty if it is missing
     */
    String decode(float[] from, int offset, RowPlace place);

    /** Returns the place of the largest of some numbers, the first one if several are. */
    static int largest(float[] from, int offset, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            if (from[offset + i] > from[offset + largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
