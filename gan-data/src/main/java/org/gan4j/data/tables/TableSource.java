package org.gan4j.data.tables;

import java.util.List;
import org.gan4j.api.data.DataSource;

/** A data source whose samples are encoded rows of a table. */
public interface TableSource extends DataSource {
    /**
     * Returns a copy that reads the same rows, and encodes them in another way.
     *
     * @param modes the most modes of a column of numbers
     * @param holds what columns hold that would be taken for something else, such as {@code zip=categories}
     * @param rules what all rows keep, such as {@code start <= end}
     * @throws IllegalArgumentException if the number of modes is out of range, or a kind of column is unknown
     */
    TableSource encoded(int modes, List<String> holds, List<String> rules);
}
