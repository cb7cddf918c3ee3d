package org.gan4j.data.folder;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.data.folder.FolderListing.Found;

/**
 * The decoded images of a folder.
 *
 * @param image the field of the images
 * @param slots the images, one slot per file
 * @param files the files
 * @param used the indices of the files that can be used
 * @param skipped the items that cannot be used
 */
record FolderImages(Field image, Slots slots, List<Found> files, int[] used, List<SkippedItem> skipped)
        implements AutoCloseable {
    /** Returns the column of samples that are these files. */
    Column column(int... rows) {
        return new SlotColumn(image, slots, rows);
    }

    /**
     * Returns the names of the classes of these files, in their order; none if a file has no class. If all names are whole
     * numbers, their order is that of the numbers.
     */
    List<String> classes(int... rows) {
        List<String> names = IntStream.of(rows)
                .mapToObj(i -> files.get(i).label())
                .distinct()
                .sorted()
                .toList();
        if (names.contains("")) {
            return List.of();
        }
        boolean numbers = names.stream().allMatch(name -> name.matches("\\d{1,18}"));
        return numbers
                ? names.stream().sorted(Comparator.comparing(Long::valueOf)).toList()
                : names;
    }

    /** Returns the labels of samples that are these files. */
    Labels labels(List<String> classes, int... rows) {
        Map<String, Integer> numbers = new HashMap<>();
        classes.forEach(name -> numbers.put(name, numbers.size()));
        return new Labels(
                IntStream.of(rows).map(i -> numbers.get(files.get(i).label())).toArray());
    }

    /** Returns those of the files that can be used. */
    List<Found> used(List<Found> all) {
        return IntStream.of(used).mapToObj(all::get).toList();
    }

    /** Returns these files. */
    List<DataFile> origins(int... rows) {
        return IntStream.of(rows).mapToObj(i -> files.get(i).origin()).toList();
    }

    @Override
    public void close() {
        slots.close();
    }
}
