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
        SplittableRandom random = place.random(number);
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
            case FORM ->
                FormNumbering.of(identifiers.form(), place.seed() + number).word(place.number());
        };
    }
}
