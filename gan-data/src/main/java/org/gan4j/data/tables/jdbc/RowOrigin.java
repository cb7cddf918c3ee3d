package org.gan4j.data.tables.jdbc;

/**
 * What decides about the rows that a GAN makes: two commands with the same origin make the same rows.
 *
 * @param run tells the weights and the encoding of the table from all others, such as a digest of both
 * @param step the step after which the weights are
 * @param seed the seed of the rows
 * @param weights which weights are used, such as the moving average
 */
public record RowOrigin(String run, int step, long seed, String weights) {
    /** Returns step, seed and weights, for people. */
    @Override
    public String toString() {
        return "step " + step + ", seed " + seed + ", " + weights + " weights";
    }
}
