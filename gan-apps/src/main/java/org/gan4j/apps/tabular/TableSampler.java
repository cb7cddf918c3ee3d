package org.gan4j.apps.tabular;

import java.util.List;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.inference.Weights;

/** The capability of GANs that make rows of a table: {@code gan.as(TableSampler.class)}. */
public interface TableSampler {
    /** Returns what the columns hold. */
    TableEncoding table();

    /**
     * Makes rows. The same seed gives the same rows, however they are divided between calls.
     *
     * @param from the number of the first row, from 0
     * @param count how many rows
     * @return a text for each of {@link #columns}, empty if the value is missing
     * @throws IllegalArgumentException if a number is negative, some columns are given, or next to no row keeps the rules of the table and the
     *     condition
     */
    List<List<String>> rows(long seed, int from, int count);

    /**
     * Makes rows of which some columns are given, as those of a parent table are.
     *
     * @param from the number of the first row, from 0
     * @param given for each row a text for each of {@link TableEncoding#given}, empty if the value is missing
     * @return a text for each of {@link #columns}
     * @throws IllegalArgumentException if a number is negative, a given value does not fit its column, or next to no row keeps the
     *     rules of the table and the condition
     */
    List<List<String>> rowsFor(long seed, int from, List<List<String>> given);

    /** Returns the columns that are made, in their order. */
    default List<String> columns() {
        return table().names().stream()
                .filter(name -> !table().given().contains(name))
                .toList();
    }

    /**
     * Returns a copy that uses other weights; by default the moving average, if the GAN keeps one. Making rows with {@link
     * Weights#EMA} is refused if it keeps none.
     */
    TableSampler weights(Weights weights);

    /**
     * Returns a copy that makes only rows for which a condition is true, as SQL's WHERE: {@code income = '>50K' and age < 40}. The
     * generator is asked for the rarest value that the condition needs, and rows for which it is not true are made again.
     *
     * @param condition as {@link org.gan4j.api.data.tables.rules.RowRule#parse} reads it
     * @throws IllegalArgumentException if it is no condition on the columns; the message says why
     */
    TableSampler where(String condition);
}
