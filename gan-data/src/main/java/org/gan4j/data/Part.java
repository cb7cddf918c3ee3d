package org.gan4j.data;

import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;

/**
 * One of several equal parts of other data, which have no sample in common: the samples i with i mod {@code of} = {@code
 * index}. The two halves of a data set are domains without a pair:
 *
 * <pre>
 * new Unpaired(new Part(photos, 0, 2), Grayscale.of(new Part(photos, 1, 2)))
 * </pre>
 *
 * @param data the other data
 * @param index the number of the part, from 0
 * @param of the number of parts; 2 by default
 */
public record Part(DataSource data, int index, int of) implements DataSource {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public Part {
        if (of < 1) {
            throw new IllegalArgumentException("data have at least 1 part, not " + of);
        }
        if (index < 0 || index >= of) {
            throw new IllegalArgumentException("the parts of data are numbered from 0 to " + (of - 1) + " if there are "
                    + of + ": there is no part " + index);
        }
    }

    @Override
    public DataSource over(DataSource other) {
        return new Part(data.over(other), index, of);
    }

    @Override
    public String name() {
        return "part";
    }

    @Override
    public String summary() {
        return "one of several parts of other data, which have no sample in common";
    }

    /**
     * Opens the data.
     *
     * @throws IllegalArgumentException if the part would have no sample, or the other data have several partitions
     */
    @Override
    public Dataset open() {
        Dataset whole = data.open();
        if (whole.size() <= index || whole.partitions().size() > 1) {
            String cause = whole.size() <= index
                    ? "has only " + whole.size() + " samples, so its part " + index + " is empty: choose fewer parts"
                    : "has several partitions: take a part of each";
            whole.close();
            throw new IllegalArgumentException("the data " + data.name() + " " + cause);
        }
        return new Rows(
                whole,
                IntStream.iterate(index, i -> i < whole.size(), i -> i + of).toArray());
    }
}
