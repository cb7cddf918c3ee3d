package org.gan4j.tables.similarity;

import java.util.HashMap;
import java.util.Map;
import org.gan4j.tables.values.ChoiceValues;

/**
 * The number of rows with each choice, or each pair of choices.
 *
 * @param counts the numbers, by the code of the choice or the codes of both
 * @param rows the number of all rows
 */
record Contingency(Map<Long, Integer> counts, int rows) {
    static Contingency of(ChoiceValues values) {
        return of(values.codes(), new int[values.count()]);
    }

    static Contingency of(int[] first, int[] second) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int row = 0; row < first.length; row++) {
            counts.merge(((long) first[row] << Integer.SIZE) + second[row], 1, Integer::sum);
        }
        return new Contingency(counts, first.length);
    }

    /** Returns the total variation distance, ½ Σ |p − q|. */
    double distance(Contingency other) {
        double sum = 0;
        for (Map.Entry<Long, Integer> each : counts.entrySet()) {
            sum += Math.abs(each.getValue() / (double) rows
                    - other.counts.getOrDefault(each.getKey(), 0) / (double) other.rows);
        }
        for (Map.Entry<Long, Integer> each : other.counts.entrySet()) {
            sum += counts.containsKey(each.getKey()) ? 0 : each.getValue() / (double) other.rows;
        }
        return sum / 2;
    }
}
