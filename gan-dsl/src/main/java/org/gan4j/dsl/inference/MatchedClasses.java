package org.gan4j.dsl.inference;

import java.util.List;
import org.gan4j.api.plugin.ClassNames;

/**
 * The classes of other data, matched to those that a GAN has learned: by name or number, as {@link ClassNames} finds a
 * class. The name of a class without one is its number.
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
        ClassNames known = new ClassNames(learned);
        return new MatchedClasses(classes.stream()
                .map(name -> known.find(name)
                        .orElseThrow(() -> new IllegalArgumentException("the data have a class " + name
                                + ", which this GAN has not learned; it has learned " + String.join(", ", learned))))
                .toList());
    }

    /** Returns the GAN's class for a class of the data; a negative number, which means no class, stays as it is. */
    public int of(int index) {
        return index < 0 ? index : indices.get(index);
    }
}
