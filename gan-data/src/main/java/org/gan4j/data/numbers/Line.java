package org.gan4j.data.numbers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.Scale;

/** A linear scaling of numbers: {@code (v - middle) / half}. */
record Line(double middle, double half) {
    static final Line UNCHANGED = new Line(0, 1);
    /** The scaling of bytes that are pixels, to [-1, 1]. */
    static final Line PIXELS = new Line(127.5, 127.5);

    /** The most scalings of a vector that are kept with a run: they are text in its experiment.yaml. */
    private static final int MOST = 1024;

    /**
     * Returns the units of scaled vectors.
     *
     * @param lines the scaling of each number, or one for all
     * @param names the names of the numbers; empty if unknown
     * @return the units; empty if they say nothing, or are too many to be kept
     */
    static List<Scale> scales(Line[] lines, List<String> names) {
        boolean alike = names.isEmpty() && Arrays.stream(lines).distinct().count() == 1;
        int count = alike ? 1 : lines.length;
        List<Scale> scales = IntStream.range(0, count)
                .mapToObj(i -> new Scale(names.isEmpty() ? "" : names.get(i), lines[i].middle, lines[i].half))
                .toList();
        return count > MOST || scales.stream().allMatch(Scale::isPlain) ? List.of() : scales;
    }

    float scaled(double value) {
        return (float) ((value - middle) / half);
    }
}
