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
 * The classes of a data set's samples, as far as they are known.
 *
 * @param values a class, or a negative number for none, a sample
 */
record KnownLabels(String data, int[] values) {
    private static final int PART = 256;
    private static final Field CLASS = new Field(Field.LABEL, DType.INT, Shape.scalar());

    /**
     * Those of the field {@code label}.
     *
     * @param name what the data are called in messages
     * @throws IllegalArgumentException if there are none
     */
    static KnownLabels of(Dataset data, String name) {
        List<String> names = data.fields().stream().map(Field::name).toList();
        if (!names.contains(Field.IMAGE) || !data.fields().contains(CLASS)) {
            throw new IllegalArgumentException("the data source partly-labeled needs the fields image, and label with"
                    + " one INT a sample; the data " + name + " have "
                    + data.fields().stream().map(Field::name).toList()
                    + ": use a folder with a folder for each class, or data with labels");
        }
        if (data.partitions().size() > 1) {
            throw new IllegalArgumentException(
                    "the data " + name + " have streams of their own, whose samples and labels"
                            + " do not belong together: put the data source partly-labeled around data that have none");
        }
        int[] values = new int[data.size()];
        for (int from = 0; from < values.length; from += PART) {
            int[] part =
                    IntStream.range(from, Math.min(from + PART, values.length)).toArray();
            System.arraycopy(data.read(part).get(Field.LABEL).toInts(), 0, values, from, part.length);
        }
        return new KnownLabels(name, values);
    }

    /**
     * So many samples whose class is known: in a random order, the next of each class in turn, so that no class has more
     * than another before that one has run out.
     *
     * @param count 0 is all
     * @throws IllegalArgumentException if there are not enough, or not one for each class
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
                    "no sample of the data " + data + " has a label: a label is a number" + " from 0, and -1 is none");
        }
        if (count > known) {
            throw new IllegalArgumentException("the data " + data + " have " + known + " samples with a label, not the "
                    + count + " that are asked for: ask for fewer, or for 0, which is all");
        }
        if (count > 0 && count < byClass.size()) {
            throw new IllegalArgumentException("the data " + data + " have " + byClass.size() + " classes, and " + count
                    + " labels are too few to know one sample of each: ask for at least " + byClass.size());
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
