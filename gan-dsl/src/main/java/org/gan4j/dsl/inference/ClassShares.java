package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.plugin.ClassNames;

/**
 * The shares of classes that samples should have, whatever those of the data are. They are divided by their sum.
 *
 * @param shares the share of each class, by its name or number, in the order of the samples
 */
public record ClassShares(Map<String, Double> shares) {
    private static final double ABOUT_ONE = 0.005;

    /**
     * Copies and validates the shares.
     *
     * @throws IllegalArgumentException if there is none, one is negative or no finite number, or all are 0
     */
    public ClassShares {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        shares.forEach((name, share) -> {
            if (!(share >= 0) || share.isInfinite()) {
                throw new IllegalArgumentException("the share of the class " + name
                        + " must be a number of at least 0, such as 0.5, not " + share);
            }
        });
        if (!(sum(shares) > 0)) {
            throw new IllegalArgumentException("no class has a share above 0: give shares such as Bag=0.5,Sneaker=0.5");
        }
    }

    /**
     * Reads shares such as {@code Bag=0.5,Sneaker=0.5}.
     *
     * @throws IllegalArgumentException if the text is no list of classes and numbers, a class is given twice, or a share
     *     is not possible
     */
    public static ClassShares parse(String text) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int at = part.lastIndexOf('=');
            String name = part.substring(0, Math.max(0, at)).strip();
            if (name.isEmpty()) {
                throw malformed(text, part);
            }
            try {
                if (shares.put(name, Double.valueOf(part.substring(at + 1).strip())) != null) {
                    throw twice(name);
                }
            } catch (NumberFormatException noNumber) {
                throw malformed(text, part);
            }
        }
        return new ClassShares(shares);
    }

    private static IllegalArgumentException malformed(String text, String part) {
        if (text.isBlank()) {
            return new IllegalArgumentException(
                    "there are no shares: give classes with numbers, such as" + " Bag=0.5,Sneaker=0.5");
        }
        return new IllegalArgumentException("the shares " + text + " must be classes with numbers, such as"
                + " Bag=0.5,Sneaker=0.5, and \"" + part.strip() + "\" is not one");
    }

    private static IllegalArgumentException twice(String name) {
        return new IllegalArgumentException("the class " + name + " has two shares: give one");
    }

    private static double sum(Map<String, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns the sum of the shares as they were given. */
    public double sum() {
        return sum(shares);
    }

    /** Returns whether the shares sum to about 1, so that dividing them changes little. */
    public boolean sumsToOne() {
        return Math.abs(sum() - 1) <= ABOUT_ONE;
    }

    /**
     * Returns the number of samples of each class, by the largest remainder (Hamilton's method): each class gets the
     * whole part of its share of the samples, and those that are left go to the classes with the largest fractions, the
     * first of equal ones first. So each number differs from its share by less than one.
     *
     * @param count the number of all samples
     * @param labels the names of the classes, in the order of their numbers
     * @return the number of each class that was given, by its name, in the order of the shares
     * @throws IllegalArgumentException if there is no such class, or one is given twice; the message suggests a name
     */
    public Map<String, Integer> counts(int count, List<String> labels) {
        ClassNames classes = new ClassNames(labels);
        List<String> names = new ArrayList<>();
        for (String typed : shares.keySet()) {
            String name = labels.get(classes.index(typed));
            if (names.contains(name)) {
                throw twice(name);
            }
            names.add(name);
        }
        double sum = sum();
        List<Double> quotas =
                shares.values().stream().map(share -> count * (share / sum)).toList();
        int[] counts =
                quotas.stream().mapToInt(quota -> (int) Math.floor(quota)).toArray();
        int left = count;
        for (int given : counts) {
            left -= given;
        }
        List<Integer> byFraction = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            byFraction.add(i);
        }
        byFraction.sort(Comparator.comparingDouble(i -> Math.floor(quotas.get(i)) - quotas.get(i)));
        for (int i = 0; i < left; i++) {
            counts[byFraction.get(i)]++;
        }
        Map<String, Integer> result = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            result.put(names.get(i), counts[i]);
        }
        return result;
    }
}
