package org.gan4j.api.data.tables;

import java.util.SplittableRandom;

/**
 * The place of a row among those that are generated, on which values depend that follow a rule.
 *
 * @param seed the seed of all rows
 * @param number the row's number, from 0
 */
public record RowPlace(long seed, long number) {
    /** Returns random numbers of a column's value in this row. */
    SplittableRandom random(int column) {
        return new SplittableRandom(mixed(mixed(seed + column) ^ number));
    }

    /** Mixes bits (Stafford's variant 13 with other constants than SplittableRandom's own), so that neighbors differ. */
    private static long mixed(long bits) {
        long mixed = bits + 0x632BE59BD9B4E019L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
