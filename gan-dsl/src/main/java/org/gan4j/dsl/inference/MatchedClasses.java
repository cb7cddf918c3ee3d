package org.gan4j.dsl.inference;

import java.util.List;
import java.util.Locale;

/**
 * The classes of other data, matched to those that a GAN has learned: by name, ignoring case, or by number if a class
 * has no name.
 *
 * @param indices the index of the GAN's class for each class of the data
 */
public record MatchedClasses(List<Integer> indices) {
    /** Copies the indices. */
    public MatchedClasses {
        indices = List.copyOf(indices);
    }

    /**
     * Matches classes.
     *
     * @param learned the names of the classes that the GAN has learned
     * @param classes the names of the classes of the data; the name of a class without one is its number
     * @throws IllegalArgumentException if the data have a class that the GAN has not learned
     */
    public static MatchedClasses of(List<String> learned, List<String> classes) {
        List<String> known =
                learned.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        Integer[] indices = new Integer[classes.size()];
        for (int i = 0; i < indices.length; i++) {
            String name = classes.get(i).toLowerCase(Locale.ROOT);
            boolean isNumber = name.equals(String.valueOf(i)) && i < learned.size();
            if (!known.contains(name) && !isNumber) {
                throw new IllegalArgumentException("the data have a class " + classes.get(i)
                        + ", which this GAN has not learned; it has learned " + String.join(", ", learned));
            }
            indices[i] = known.contains(name) ? known.indexOf(name) : i;
        }
        return new MatchedClasses(List.of(indices));
    }

    /** Returns the GAN's class for a class of the data; a negative number, which means no class, stays as it is. */
    public int of(int index) {
        return index < 0 ? index : indices.get(index);
    }
}
