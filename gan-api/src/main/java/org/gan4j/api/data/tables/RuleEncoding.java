package org.gan4j.api.data.tables;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Values that are not learned: always the same, or made by the rule of an identifier. */
record RuleEncoding(ColumnType type) implements ColumnEncoding {
    /** Separates the random numbers of columns that have the same seed and row. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    @Override
    public List<Block> blocks() {
        return List.of();
    }

    @Override
    public void encode(String value, double draw, float[] into, int offset) {
        // nothing to learn
    }

    @Override
    public String decode(float[] from, int offset, RowPlace place) {
        if (type instanceof ColumnType.Constant constant) {
            return constant.value();
        }
        ColumnType.Identifiers identifiers = (ColumnType.Identifiers) type;
        SplittableRandom random = new SplittableRandom(place.seed() + MIX * (place.number() + 1));
        return switch (identifiers.rule()) {
            case COUNT -> Long.toString(Math.addExact(Long.parseLong(identifiers.first()), place.number()));
            case UUID ->
                new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
            case FORM -> formed(identifiers.first(), random);
        };
    }

    /** Returns letters and digits in the form of an example. */
    private static String formed(String example, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        example.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                text.append((char) ('0' + random.nextInt(10)));
            } else if (Character.isLetter(c)) {
                text.append((char) ((Character.isUpperCase(c) ? 'A' : 'a') + random.nextInt(26)));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
