package org.gan4j.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.folder.PairedFolder;

/**
 * Two data sets whose samples do not belong together, such as the two domains of CycleGAN (<a
 * href="https://arxiv.org/abs/1703.10593">Zhu et al. 2017</a>). A batch has samples of both; each data set is shuffled
 * independently. The fields of the first keep their names; those of the second get the prefix {@link #OTHER}, as in
 * {@code image} and {@code other-image}. An epoch is an epoch of the first; the second is cycled endlessly.
 *
 * @param data the first data set, with the field {@code image}
 * @param other the second data set, of any size
 */
public record Unpaired(DataSource data, DataSource other) implements DataSource {
    /** The prefix of the second data set's fields. */
    public static final String OTHER = "other-";

    @Override
    public String name() {
        return "unpaired";
    }

    @Override
    public String summary() {
        return "two data sets, each shuffled independently";
    }

    /**
     * Returns the two sub-folders of a folder, in the order of their names, or any other data that are two sets already.
     *
     * @throws IllegalArgumentException if it is a folder without exactly two sub-folders, or other data
     * @throws UncheckedIOException if the folder cannot be read
     */
    @Override
    public DataSource over(DataSource others) {
        if (others instanceof Unpaired) {
            return others;
        }
        if (others instanceof PairedFolder pairs) { // two sub-folders, whatever their names
            return over(new ImageFolder(pairs.path(), pairs.size(), pairs.colors()));
        }
        if (!(others instanceof ImageFolder folder)) {
            throw new IllegalArgumentException("unpaired data are two sets, and " + others.name()
                    + " is one: name a folder with two sub-folders of images, or set data.data and data.other");
        }
        List<Path> sets = subfolders(Path.of(folder.path()));
        if (sets.size() != 2) {
            throw new IllegalArgumentException("unpaired data are two sets of images, and the folder " + folder.path()
                    + " has " + sets.size() + " sub-folders: give it exactly two, such as A and B");
        }
        return new Unpaired(in(sets.get(0), folder), in(sets.get(1), folder));
    }

    private static ImageFolder in(Path set, ImageFolder like) {
        return new ImageFolder(set.toString(), like.size(), like.colors(), like.split(), like.enlarge(), like.tags());
    }

    private static List<Path> subfolders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read: " + unreadable, unreadable);
        }
    }

    /**
     * Opens both data sets.
     *
     * @throws IllegalArgumentException if one of them has no usable data
     */
    @Override
    public Dataset open() {
        Dataset first = data.open();
        Dataset second;
        try {
            second = other.open();
        } catch (RuntimeException unusable) {
            first.close();
            throw unusable;
        }
        Map<String, String> names = new LinkedHashMap<>();
        second.fields().forEach(field -> names.put(field.name(), OTHER + field.name()));
        List<String> transformed = new ArrayList<>(first.transformed());
        second.transformed().forEach(field -> transformed.add(OTHER + field));
        return new PartitionedData(
                List.of(first, View.of(second, names)), List.of(first, second), transformed, first.classes());
    }
}
