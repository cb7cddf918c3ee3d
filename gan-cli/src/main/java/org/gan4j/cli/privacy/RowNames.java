package org.gan4j.cli.privacy;

import java.util.List;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.data.folder.ImageFolder;

/**
 * The names of rows that were chosen of data.
 *
 * @param rows the index in the data of each chosen row
 * @param files the name of the file of each sample of the data; empty if they are in no files of their own
 */
public record RowNames(int[] rows, List<String> files) {
    /** Copies the names. */
    public RowNames {
        files = List.copyOf(files);
    }

    /** Returns the names of rows of data. */
    public static RowNames of(DataSource source, Dataset data, int[] rows) {
        List<String> names = source instanceof ImageFolder
                ? data.files().stream().map(DataFile::name).toList()
                : List.of();
        return new RowNames(rows, names);
    }

    /** Returns the index in the data of a chosen row. */
    public int row(int chosen) {
        return rows[chosen];
    }

    /** Returns the index in the data of a chosen row, and its file if it has one, such as "12 (cats/1.png)". */
    public String of(int chosen) {
        int row = rows[chosen];
        return files.isEmpty() ? String.valueOf(row) : row + " (" + files.get(row) + ")";
    }
}
