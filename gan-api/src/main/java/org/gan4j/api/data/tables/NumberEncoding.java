package org.gan4j.api.data.tables;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers by their mode, see {@link ModeNormalization}, with one more choice if values may be missing: α is 0 then, and no mode is
 * chosen (as special values are by CTAB-GAN, <a href="https://arxiv.org/abs/2102.08369">Zhao et al. 2021</a>).
 *
 * @param text reads and writes the numbers
 * @param least the smallest number that is written
 * @param greatest the largest number that is written
 * @param missing whether values may be missing
 */
record NumberEncoding(ModeNormalization modes, ValueText text, double least, double greatest, boolean missing)
        implements ColumnEncoding {
    @Override
    public List<Block> blocks() {
        return List.of(new Block(Block.Kind.NUMBER, 0, 1), new Block(Block.Kind.CHOICE, 1, choices()));
    }

    private int choices() {
        return modes.width() - 1 + (missing ? 1 : 0);
    }

    @Override
    public void encode(String value, double draw, float[] into, int offset) {
        if (value.isEmpty() && missing) {
            Arrays.fill(into, offset, offset + width(), 0);
            into[offset + choices()] = 1;
            return;
        }
        modes.encode(text.parsed(value), draw, into, offset);
        if (missing) {
            into[offset + choices()] = 0;
        }
    }

    @Override
    public String decode(float[] from, int offset, RowPlace place) {
        if (missing && ColumnEncoding.largest(from, offset + 1, choices()) == choices() - 1) {
            return "";
        }
        return text.of(Math.max(least, Math.min(greatest, modes.decode(from, offset))));
    }
}
