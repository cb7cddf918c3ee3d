package org.gan4j.apps.tabular;

import java.util.List;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.inference.Weights;

/** The capability of GANs that make rows of a table: {@code gan.as(TableSampler.class)}. */
public interface TableSampler {
    /** Returns what the columns hold; {@link TableEncoding#names} are the columns of the rows. */
    TableEncoding table();

    /**
     * Makes rows. The same seed gives the same rows, however they are divided between calls.
     *
     * @param from the number of the first row, from 0
     * @param count how many rows
     * @return a text for each column, empty if the value is missing
     * @throws IllegalArgumentException if a number is negative
     */
    List<List<String>> rows(long seed, int from, int count);

    /**
     * Returns a copy that uses other weights; by default the moving average, if the GAN keeps one. Making rows with {@link
     * Weights#EMA} is refused if it keeps none.
     */
    TableSampler weights(Weights weights);
}
