package org.gan4j.data.tables;

import org.gan4j.api.data.DataSource;

/** A data source whose samples are encoded rows of a table. */
public interface TableSource extends DataSource {
    /** Returns the way in which the rows are learned. */
    TableLearning learning();

    /** Returns a copy that reads the same rows, which are learned in another way. */
    TableSource learned(TableLearning other);

    /**
     * Returns a copy in which columns hold what is said here, instead of what they would be taken for.
     *
     * @param columns for each of them its name and kind, such as {@code zip=categories}
     * @throws IllegalArgumentException if a kind is unknown
     */
    default TableSource holding(String... columns) {
        return learned(learning().holding(columns));
    }

    /**
     * Returns a copy whose rows keep rules, as generated rows then do.
     *
     * @param all such as {@code start <= end} and {@code fixed city + state}
     */
    default TableSource keeping(String... all) {
        return learned(learning().keeping(all));
    }

    /** Returns a copy whose rows training draws in another order. */
    default TableSource sampling(RowSampling order) {
        return learned(learning().sampling(order));
    }

    /** Returns the other table if those data are one, learned as this one. */
    @Override
    default DataSource over(DataSource other) {
        return other instanceof TableSource table ? table.learned(learning()) : other;
    }
}
