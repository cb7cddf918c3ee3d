package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.tensor.Shape;

/**
 * A number, such as the length of an axis, in each of the traces of a function.
 *
 * @param at the number in each trace
 */
record Extent(List<Integer> at) {
    Extent {
        at = List.copyOf(at);
    }

    static Extent fixed(int value, int traces) {
        return new Extent(Collections.nCopies(traces, value));
    }

    /** Returns the lengths of the axes of a tensor that has these shapes. */
    static List<Extent> of(List<Shape> shapes) {
        return IntStream.range(0, shapes.get(0).rank())
                .mapToObj(axis ->
                        new Extent(shapes.stream().map(shape -> shape.dim(axis)).toList()))
                .toList();
    }

    /** Returns whether the number is the same in all traces. */
    boolean isFixed() {
        return at.stream().allMatch(at.get(0)::equals);
    }

    boolean is(int value) {
        return isFixed() && first() == value;
    }

    /** Returns the number in the first trace. */
    int first() {
        return at.get(0);
    }

    static boolean areFixed(List<Extent> extents) {
        return extents.stream().allMatch(Extent::isFixed);
    }

    /** Returns the common lengths of two tensors; axes are matched from the back, and length 1 stretches. */
    static List<Extent> broadcast(List<Extent> one, List<Extent> other) {
        List<Extent> longer = one.size() >= other.size() ? one : other;
        List<Extent> shorter = longer == one ? other : one;
        List<Extent> common = new ArrayList<>(longer);
        int leading = longer.size() - shorter.size();
        for (int axis = 0; axis < shorter.size(); axis++) {
            if (longer.get(leading + axis).is(1)) {
                common.set(leading + axis, shorter.get(axis));
            }
        }
        return List.copyOf(common);
    }
}
