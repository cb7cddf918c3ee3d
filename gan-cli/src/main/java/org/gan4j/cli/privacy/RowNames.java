package org.gan4j.cli.privacy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.folder.FolderListing.Found;
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
        return new RowNames(rows, source instanceof ImageFolder folder ? files(folder, data) : List.of());
    }

    /** Returns the images of a folder without those that were skipped; nothing if the folder has changed. */
    private static List<String> files(ImageFolder folder, Dataset data) {
        Set<String> skipped = data.skipped().stream().map(SkippedItem::what).collect(Collectors.toSet());
        List<String> names = FolderListing.of(Path.of(folder.path())).images().stream()
                .map(Found::name)
                .filter(name -> !skipped.contains(name))
                .toList();
        return names.size() == data.size() ? names : List.of();
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
