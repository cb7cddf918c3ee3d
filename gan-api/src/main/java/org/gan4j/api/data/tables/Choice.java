package org.gan4j.api.data.tables;

import java.util.List;

/**
 * A column that is one choice: categories, or yes and no.
 *
 * @param column its name
 * @param block where its one-hot is in an encoded row
 * @param values the values in the order of the one-hot, an empty one for a missing value; the last place has none if it stands for
 *     all rare ones
 * @param shares the share of each choice among the rows of the table, in the order of the one-hot
 */
public record Choice(String column, Block block, List<String> values, List<Double> shares) {
    /** Copies values and shares. */
    public Choice {
        values = List.copyOf(values);
        shares = List.copyOf(shares);
    }

    /**
     * Returns a place in the one-hot, each as often as in the table.
     *
     * @param draw a random number in [0, 1)
     */
    public int drawn(double draw) {
        return WeightedDraw.of(shares, draw);
    }
}
