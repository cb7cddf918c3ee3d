package org.gan4j.tables.values;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.metrics.statistics.Draw;

/**
 * The columns of a table that are compared.
 *
 * @param columns at least one, all with as many rows
 */
public record ValueTable(List<ColumnValues> columns) {
    /** Copies the columns. */
    public ValueTable {
        columns = List.copyOf(columns);
    }

    /** Returns the number of rows. */
    public int count() {
        return columns.get(0).count();
    }

    /**
     * Returns some rows.
     *
     * @param rows their numbers, which may come more than once
     */
    public ValueTable of(int[] rows) {
        return new ValueTable(columns.stream().map(column -> column.of(rows)).toList());
    }

    /** Returns the rows of this table, then those of another one with the same columns. */
    public ValueTable and(ValueTable other) {
        return new ValueTable(IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).and(other.columns.get(i)))
                .toList());
    }

    /**
     * Returns different rows, drawn at random and in random order; all of them if there are no more.
     *
     * @param most the number of rows at most
     */
    public ValueTable drawn(int most, Draw draw) {
        return of(draw.different(Math.min(most, count()), count()));
    }

    /** Returns as many rows in which each column is shuffled on its own, so that columns say nothing about each other. */
    public ValueTable independent(long seed) {
        return new ValueTable(columns.stream()
                .map(column -> column.of(new Draw(seed, "independent/" + column.name()).different(count(), count())))
                .toList());
    }
}
