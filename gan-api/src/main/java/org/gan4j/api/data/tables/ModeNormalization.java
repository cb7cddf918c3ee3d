package org.gan4j.api.data.tables;

/**
 * The normalization of a number by its mode (<a href="https://arxiv.org/abs/1907.00503">Xu et al. 2019</a>, section 4.2): x becomes
 * α = (x - μ_k) / (4 σ_k), and the one-hot of the mode k, which is drawn with the probability that x belongs to it. So a column
 * with several peaks becomes numbers of one scale, each near 0, and a choice.
 *
 * @param mixture the modes of the column
 */
public record ModeNormalization(Mixture mixture) {
    private static final double DEVIATIONS = 4;
    /** As in CTGAN's code: what is farther away from its mode than this is brought nearer. */
    private static final double MOST = 0.99;

    /** Returns the length of an encoded number: α, then a number for each mode. */
    public int width() {
        return 1 + mixture.size();
    }

    /**
     * Encodes a number.
     *
     * @param draw a random number in [0, 1), which decides between the modes
     * @param into receives {@link #width} numbers
     * @param offset where they begin
     */
    public void encode(double x, double draw, float[] into, int offset) {
        int mode = WeightedDraw.at(mixture.posterior(x), draw);
        Mixture.Mode chosen = mixture.modes().get(mode);
        double alpha = chosen.isValue() ? 0 : (x - chosen.mean()) / (DEVIATIONS * chosen.deviation());
        into[offset] = (float) Math.max(-MOST, Math.min(MOST, alpha));
        for (int k = 0; k < mixture.size(); k++) {
            into[offset + 1 + k] = k == mode ? 1 : 0;
        }
    }

    /** Decodes a number, whose mode is the one of the largest number; α outside [-1, 1] is brought there. */
    public double decode(float[] from, int offset) {
        int mode = ColumnEncoding.largest(from, offset + 1, mixture.size());
        Mixture.Mode chosen = mixture.modes().get(mode);
        double alpha = Math.max(-1, Math.min(1, from[offset]));
        return chosen.mean() + alpha * DEVIATIONS * chosen.deviation();
    }
}
