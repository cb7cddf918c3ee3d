package org.gan4j.tables.judges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.ValueTable;

/**
 * The rows of a table that have a value in the column that is learned.
 *
 * @param table the rows with all columns
 * @param place the place of the column of classes
 */
record TargetRows(ValueTable table, int place) {
    static TargetRows of(ValueTable table, String target) {
        int place = table.columns().stream().map(ColumnValues::name).toList().indexOf(target);
        ColumnValues classes = table.columns().get(place);
        return new TargetRows(
                table.of(IntStream.range(0, table.count())
                        .filter(row -> !classes.isMissing(row))
                        .toArray()),
                place);
    }

    TargetRows drawn(int most, Draw draw) {
        return new TargetRows(table.drawn(most, draw), place);
    }

    TargetRows independent(long seed) {
        return new TargetRows(table.independent(seed), place);
    }

    /** Returns the columns that the class is learned from. */
    ValueTable features() {
        List<ColumnValues> columns = new ArrayList<>(table.columns());
        columns.remove(place);
        return new ValueTable(columns);
    }

    /** Returns the class of each row. */
    int[] labels() {
        return ((ChoiceValues) table.columns().get(place)).codes();
    }

    /** Returns the number of classes in all tables that are compared. */
    int classes() {
        return ((ChoiceValues) table.columns().get(place)).words().size();
    }

    /** Returns the most frequent class, the first one if several are. */
    int majority() {
        int[] counts = new int[classes()];
        Arrays.stream(labels()).forEach(label -> counts[label]++);
        return IntStream.range(0, counts.length)
                .reduce((best, i) -> counts[i] > counts[best] ? i : best)
                .orElseThrow();
    }
}
