package org.gan4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The order of samples in which every class is equally frequent, as {@link Balanced} describes it. */
final class EqualClasses {
    private EqualClasses() {}

    /**
     * Returns indices of samples, of each class in turn.
     *
     * @param labels the class of each sample
     * @param name the name of the data source, for messages
     * @throws IllegalArgumentException if there is no sample, one has no class, or the result does not fit into an array
     */
    static int[] of(int[] labels, String name) {
        Map<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                throw new IllegalArgumentException("sample " + i + " of the data source " + name
                        + " has no class, so the classes cannot be balanced: use data in which every sample has one");
            }
            byClass.computeIfAbsent(labels[i], any -> new ArrayList<>()).add(i);
        }
        int most = byClass.values().stream().mapToInt(List::size).max().orElse(0);
        if (most == 0) {
            throw new IllegalArgumentException("the data source " + name + " has no samples to balance");
        }
        List<List<Integer>> classes = List.copyOf(byClass.values());
        long size = (long) most * classes.size();
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("balanced, the data source " + name + " would have " + size
                    + " samples, which do not fit into an array: leave out some of its largest class");
        }
        int[] order = new int[(int) size];
        for (int i = 0; i < order.length; i++) {
            List<Integer> ofClass = classes.get(i % classes.size());
            order[i] = ofClass.get(i / classes.size() % ofClass.size());
        }
        return order;
    }
}
