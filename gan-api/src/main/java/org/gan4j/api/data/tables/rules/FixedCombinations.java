package org.gan4j.api.data.tables.rules;

import java.util.List;
import java.util.Set;

/**
 * The condition that some columns have only combinations of values that the table has, such as a city and its state.
 *
 * @param places the places of the columns in a row
 * @param known the combinations
 */
record FixedCombinations(List<Integer> places, Set<List<String>> known) implements RowRule {
    @Override
    public Truth of(List<String> row) {
        return Truth.of(known.contains(places.stream().map(row::get).toList()));
    }
}
