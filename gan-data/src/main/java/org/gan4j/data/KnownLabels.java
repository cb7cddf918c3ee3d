package org.gan4j.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * The known classes of a data set's samples.
 *
 * @param data the name of the data source, for messages
 * @param values the class of each sample; a negative number if unknown
 */
record KnownLabels(String data, int[] values) {
    private static final int PART = 256;
    /** The field of the class of each sample. */
    static final Field CLASS = new Field(Field.LABEL, DType.INT, Shape.scalar());

    /**
     * Reads the field {@code label}.
     *
     * @param name the name of the data source, for messages
     * @throws IllegalArgumentException if the data lack {@code image} or {@code label}, or have partitions
     */
    static KnownLabels of(Dataset data, String name) {
        List<String> names = data.fields().stream().map(Field::name).toList();
        if (!names.contains(Field.IMAGE) || !data.fields().contains(CLASS)) {
            throw new IllegalArgumentException("the data source partly-labeled needs the fields image and label, with"
                    + " one INT label per sample; the data source " + name + " has "
                    + data.fields().stream().map(Field::name).toList()
                    + ": use a folder with a sub-folder for each class, or data with labels");
        }
        if (data.partitions().size() > 1) {
            throw new IllegalArgumentException(
                    "the data source " + name + " has partitions of its own, whose samples and labels do not belong"
                            + " together: wrap data without partitions in the data source partly-labeled");
        }
        return new KnownLabels(name, read(data));
    }

    /** Returns the label of each sample of data that have the field {@link #CLASS}. */
    static int[] read(Dataset data) {
        int[] values = new int[data.size()];
        for (int from = 0; from < values.length; from += PART) {
            int[] part =
                    IntStream.range(from, Math.min(from + PART, values.length)).toArray();
            System.arraycopy(data.read(part).get(Field.LABEL).toInts(), 0, values, from, part.length);
        }
        return values;
    }

    /**
     * Chooses samples whose class is known. Takes the next sample of each class in turn, in a random order, so that the
     * classes are balanced until one has no samples left.
     *
     * @param count the number of samples; 0 means all
     * @throws IllegalArgumentException if there are fewer samples, or if the count is smaller than the number of
     *     classes
     */
    int[] choose(int count, long seed) {
        Map<Integer, Deque<Integer>> byClass = new TreeMap<>();
        for (int row : Permutation.of(values.length, seed, 0)) {
            if (values[row] >= 0) {
                byClass.computeIfAbsent(values[row], any -> new ArrayDeque<>()).add(row);
            }
        }
        int known = byClass.values().stream().mapToInt(Deque::size).sum();
        if (known == 0) {
            throw new IllegalArgumentException(
                    "no sample of the data source " + data + " has a label: labels are numbers from 0; -1 means none");
        }
        if (count > known) {
            throw new IllegalArgumentException("the data source " + data + " has " + known
                    + " samples with a label, but " + count + " are requested: request fewer, or 0 for all");
        }
        if (count > 0 && count < byClass.size()) {
            throw new IllegalArgumentException(
                    "the data source " + data + " has " + byClass.size() + " classes, but only " + count
                            + " labels are requested: request at least " + byClass.size() + ", one per class");
        }
        List<Integer> chosen = new ArrayList<>();
        int wanted = count == 0 ? known : count;
        while (chosen.size() < wanted) {
            for (Deque<Integer> rows : byClass.values()) {
                if (!rows.isEmpty() && chosen.size() < wanted) {
                    chosen.add(rows.remove());
                }
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }
}
