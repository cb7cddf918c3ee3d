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

    /** Identifiers are missing as often as in the table; references are left empty. */
    @Override
    public String decode(float[] from, int offset, RowPlace place) {
        if (column.type() instanceof ColumnType.Constant constant) {
            return constant.value();
        }
        if (column.type() instanceof ColumnType.Reference) {
            return "";
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

    /**
     * A numbering of the words of a form, in which A and a stand for letters and 0 for digits. Row n gets the word number (a·n + b) mod M,
     * where M is the number of words and a has no divisor in common with it. So the words of M rows are all different, and neighbors
     * look different.
     *
     * @param form the form
     * @param words M
     * @param factor a
     * @param first b
     */
    private record FormNumbering(String form, BigInteger words, BigInteger factor, BigInteger first) {
        /** The primes in which the number of words of any form can be divided: those of 26 and 10. */
        private static final BigInteger DIVISORS = BigInteger.valueOf(2 * 5 * 13);

        private static final int WORD = 64;

        /** Returns a numbering that depends on a seed. */
        static FormNumbering of(String form, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            BigInteger words = new ColumnType.Identifiers(IdentifierRule.FORM, form).different();
            BigInteger factor = drawn(random, words);
            while (!factor.gcd(DIVISORS).equals(BigInteger.ONE)) {
                factor = factor.add(BigInteger.ONE);
            }
            return new FormNumbering(form, words, factor, drawn(random, words));
        }

        private static BigInteger drawn(SplittableRandom random, BigInteger below) {
            BigInteger bits = BigInteger.ZERO;
            for (int i = 0; i <= below.bitLength() / WORD; i++) {
                bits = bits.shiftLeft(WORD)
                        .add(BigInteger.valueOf(random.nextLong()).abs());
            }
            return bits.mod(below);
        }

        /** Returns the word of a row. */
        String word(long row) {
            BigInteger left =
                    factor.multiply(BigInteger.valueOf(row)).add(first).mod(words);
            int[] letters = form.codePoints().toArray();
            for (int i = letters.length - 1; i >= 0; i--) {
                BigInteger[] parts =
                        left.divideAndRemainder(BigInteger.valueOf(ColumnType.Identifiers.letters(letters[i])));
                left = parts[0];
                letters[i] += parts[1].intValue();
            }
            return new String(letters, 0, letters.length);
        }
    }
}
