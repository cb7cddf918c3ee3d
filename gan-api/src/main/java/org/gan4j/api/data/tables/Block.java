package org.gan4j.api.data.tables;

/**
 * Neighboring numbers of an encoded row that belong together.
 *
 * @param kind what they are
 * @param offset where they begin
 * @param width how many there are
 */
public record Block(Kind kind, int offset, int width) {
    /** The kinds of blocks, which decide how a generator ends. */
    public enum Kind {
        /** A number in [-1, 1]. */
        NUMBER,
        /** A one-hot: numbers of which one is 1 and the others are 0. */
        CHOICE
    }
}
