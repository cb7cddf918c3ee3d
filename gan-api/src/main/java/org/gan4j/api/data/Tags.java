package org.gan4j.api.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A column of tags, as the field {@code tags}: of T tags, FLOAT [T] is 1 where a sample has the tag, and 0 where it lacks it.
 *
 * @param values 1 or 0 for each tag of the first sample, then of the second, ...; they are not copied and must not change
 *     afterwards
 * @param names the names of the tags
 */
public record Tags(byte[] values, List<String> names) implements Column {
    public Tags {
        names = List.copyOf(names);
    }

    /** Returns the tags of samples; the names are those that occur, in the order of their characters. */
    public static Tags of(List<? extends Collection<String>> ofSamples) {
        TreeSet<String> names = new TreeSet<>();
        ofSamples.forEach(names::addAll);
        return of(ofSamples, List.copyOf(names));
    }

    /** Returns whether samples have the tags of these names; others are left out. */
    public static Tags of(List<? extends Collection<String>> ofSamples, List<String> names) {
        byte[] values = new byte[Math.multiplyExact(ofSamples.size(), names.size())];
        int at = 0;
        for (Collection<String> tags : ofSamples) {
            for (String name : names) {
                values[at++] = (byte) (tags.contains(name) ? 1 : 0);
            }
        }
        return new Tags(values, names);
    }

    /** Returns the name of a tag as it is written: in lower case, with single spaces in place of underscores. */
    public static String name(String text) {
        return text.replace('_', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the most frequent of the tags that some samples have and others lack, in the order of their characters; of equally
     * frequent ones, the first in this order.
     *
     * @param most the number of tags at most
     */
    public static List<String> mostFrequent(Collection<? extends Collection<String>> ofSamples, int most) {
        Map<String, Integer> counts = new TreeMap<>();
        ofSamples.forEach(tags -> Set.copyOf(tags).forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(each -> each.getValue() < ofSamples.size())
                .sorted(Comparator.comparing(each -> -each.getValue()))
                .limit(most)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public Field field() {
        return new Field(Field.TAGS, DType.FLOAT, Shape.of(names.size()));
    }

    @Override
    public int samples() {
        return names.isEmpty() ? 0 : values.length / names.size();
    }

    @Override
    public TensorData read(int... indices) {
        int count = names.size();
        float[] batch = new float[indices.length * count];
        for (int i = 0; i < indices.length; i++) {
            for (int tag = 0; tag < count; tag++) {
                batch[i * count + tag] = values[indices[i] * count + tag];
            }
        }
        return TensorData.of(batch, Shape.of(indices.length, count));
    }
}
