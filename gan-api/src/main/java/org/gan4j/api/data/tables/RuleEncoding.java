package org.gan4j.api.data.tables;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Values that are not learned: always the same, or made by the rule of an identifier.
 *
 * @param number the number of the column, so that columns of one rule differ
 */
record RuleEncoding(TableColumn column, int number) implements ColumnEncoding {
    private static final long UUID_VERSION = 0x4000L;

    @Override
    public List<Block> blocks() {
        return List.of();
    }

    @Override
    public void encode(String value, double draw, float[] into, int offset) {
        // nothing to learn
    }

    /** Identifiers are missing as often as in the table. */
    @Override
    public String decode(float[] from, int offset, RowPlace place) {
        if (column.type() instanceof ColumnType.Constant constant) {
            return constant.value();
        }
        ColumnType.Identifiers identifiers = (ColumnType.Identifiers) column.type();
        SplittableRandom random = new SplittableRandom(mixed(mixed(place.seed() + number) ^ place.number()));
        if (random.nextDouble() < column.missing()) {
            return "";
        }
        return switch (identifiers.rule()) {
            case COUNT ->
                new BigInteger(identifiers.form())
                        .add(BigInteger.valueOf(place.number()))
                        .toString();
            case UUID ->
                new UUID(random.nextLong() & ~0xF000L | UUID_VERSION, random.nextLong() >>> 2 | Long.MIN_VALUE)
                        .toString();
            case FORM -> formed(identifiers.form(), random);
        };
    }

    /** Mixes bits (Stafford's variant 13 with other constants than SplittableRandom's own), so that neighbors differ. */
    private static long mixed(long bits) {
        long mixed = bits + 0x632BE59BD9B4E019L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }

    /** Returns letters and digits in a form: A and a stand for letters, 0 for digits. */
    private static String formed(String form, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        form.codePoints().forEach(c -> {
            if (c == '0') {
                text.append((char) ('0' + random.nextInt(10)));
            } else if (c == 'A' || c == 'a') {
                text.append((char) (c + random.nextInt(26)));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
