package org.gan4j.tensor.functions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.op.Pad;
import org.gan4j.tensor.op.Slice;

/**
 * The movement of a window over the spatial axes of [N, C, spatial...]: 1 axis for sequences, 2 for images, 3 for
 * video.
 *
 * @param stride the distance between two positions of the window, for each axis
 * @param dilation the distance between two elements of the window, for each axis
 * @param before the number of zeros before the elements of each axis
 * @param after the number of zeros after them
 */
public record Windows(List<Integer> stride, List<Integer> dilation, List<Integer> before, List<Integer> after) {
    /**
     * Validates the numbers for each axis.
     *
     * @throws ShapeException if there are not 1 to 3 axes, or if a number is missing or too small
     */
    public Windows {
        stride = List.copyOf(stride);
        dilation = List.copyOf(dilation);
        before = List.copyOf(before);
        after = List.copyOf(after);
        int axes = stride.size();
        if (axes < 1 || axes > 3 || dilation.size() != axes || before.size() != axes || after.size() != axes) {
            throw new ShapeException(
                    "a window must have 1 to 3 axes, with a stride, a dilation and padding for each; this one has "
                            + stride + ", " + dilation + ", " + before + " and " + after);
        }
        if (min(stride) < 1 || min(dilation) < 1 || min(before) < 0 || min(after) < 0) {
            throw new ShapeException("strides and dilations must be at least 1 and padding at least 0; these are "
                    + stride + ", " + dilation + ", " + before + " and " + after);
        }
    }

    private static int min(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    /**
     * Creates windows with stride 1, no dilation and no padding, over the given number of axes.
     *
     * @throws ShapeException if there are not 1 to 3 axes
     */
    public static Windows over(int axes) {
        return new Windows(each(axes, 1), each(axes, 1), each(axes, 0), each(axes, 0));
    }

    private static List<Integer> each(int axes, int value) {
        Integer[] values = new Integer[axes];
        Arrays.fill(values, value);
        return List.of(values);
    }

    /**
     * Sets the stride: one number for all axes, or one for each.
     *
     * @throws ShapeException if there is neither one number nor one for each axis, or if one is less than 1
     */
    public Windows stride(int... strides) {
        return new Windows(spread(strides), dilation, before, after);
    }

    /**
     * Sets the dilation: one number for all axes, or one for each.
     *
     * @throws ShapeException if there is neither one number nor one for each axis, or if one is less than 1
     */
    public Windows dilation(int... dilations) {
        return new Windows(stride, spread(dilations), before, after);
    }

    /**
     * Sets the same padding before and after: one number for all axes, or one for each.
     *
     * @throws ShapeException if there is neither one number nor one for each axis, or if one is negative
     */
    public Windows padding(int... paddings) {
        return new Windows(stride, dilation, spread(paddings), spread(paddings));
    }

    /**
     * Sets padding that differs before and after, with one number for each axis.
     *
     * @throws ShapeException if there is not one number for each axis, or if one is negative
     */
    public Windows padding(List<Integer> zerosBefore, List<Integer> zerosAfter) {
        return new Windows(stride, dilation, zerosBefore, zerosAfter);
    }

    List<Integer> spread(int... values) {
        return values.length == 1
                ? each(axes(), values[0])
                : Arrays.stream(values).boxed().toList();
    }

    /** Returns the number of spatial axes. */
    public int axes() {
        return stride.size();
    }

    /**
     * Returns the number of positions of a window along an axis.
     *
     * @param axis the spatial axis, counted from 0
     * @param length the length of the axis
     * @param kernel the length of the window
     * @throws ShapeException if the window is empty or does not fit into the axis
     */
    public int places(int axis, int length, int kernel) {
        if (kernel < 1) {
            throw new ShapeException("a window must be at least 1 long; this one is " + kernel);
        }
        int room = length + before.get(axis) + after.get(axis) - dilation.get(axis) * (kernel - 1) - 1;
        if (room < 0) {
            throw new ShapeException(
                    "a window of " + kernel + ", dilated by " + dilation.get(axis) + ", does not fit into " + length
                            + " with padding " + before.get(axis) + " and " + after.get(axis));
        }
        return room / stride.get(axis) + 1;
    }

    /** Pads x with this window's padding, filled with a value. */
    Tensor padded(Tensor x, double value) {
        return value == 0 ? zeroPadded(x) : filled(x, value);
    }

    /** Pads all axes at once, so that x is copied once. */
    private Tensor zeroPadded(Tensor x) {
        List<Integer> starts = new ArrayList<>(List.of(0, 0));
        starts.addAll(before);
        Shape to = x.shape();
        for (int i = 0; i < axes(); i++) {
            to = to.with(i + 2, (long) before.get(i) + to.dim(i + 2) + after.get(i));
        }
        return to.equals(x.shape()) ? x : Tensor.of(new Pad(List.copyOf(starts), each(axes() + 2, 0), to), x);
    }

    private Tensor filled(Tensor x, double value) {
        Tensor y = x;
        for (int i = 0; i < axes(); i++) {
            y = Padding.constant(y, i + 2, before.get(i), after.get(i), value);
        }
        return y;
    }

    /**
     * Returns, for each element of the window in row-major order, the tensor of the elements that it meets: x, padded
     * already, sliced along all spatial axes at once.
     */
    List<Tensor> meetings(Tensor padded, int... kernel) {
        List<Integer> steps = new ArrayList<>(List.of(1, 1));
        steps.addAll(stride);
        Shape met = padded.shape();
        List<List<Integer>> begins = List.of(List.of(0, 0));
        for (int i = 0; i < axes(); i++) {
            int reach = dilation.get(i) * (kernel[i] - 1) + 1;
            met = met.with(i + 2, (padded.shape().dim(i + 2) - reach) / stride.get(i) + 1);
            List<List<Integer>> next = new ArrayList<>();
            for (List<Integer> begin : begins) {
                for (int k = 0; k < kernel[i]; k++) {
                    List<Integer> longer = new ArrayList<>(begin);
                    longer.add(k * dilation.get(i));
                    next.add(longer);
                }
            }
            begins = next;
        }
        List<Tensor> parts = new ArrayList<>();
        for (List<Integer> begin : begins) {
            Slice slice = new Slice(List.copyOf(begin), List.copyOf(steps), met);
            parts.add(met.equals(padded.shape()) ? padded : Tensor.of(slice, padded));
        }
        return parts;
    }

    /** Returns the size of a window for each axis, given one size for all axes or one for each. */
    int[] sizes(int... kernel) {
        int[] sizes = spread(kernel).stream().mapToInt(Integer::intValue).toArray();
        if (sizes.length != axes()) {
            throw new ShapeException("a window over " + axes() + " spatial axes needs one size or one for each; these"
                    + " are " + Arrays.toString(kernel));
        }
        return sizes;
    }

    void requireImages(String what, Tensor x) {
        requireRank(what, "[N, C, ...]", x);
    }

    void requireRank(String what, String dims, Tensor x) {
        if (x.shape().rank() != axes() + 2) {
            throw new ShapeException(what + " over " + axes() + " spatial axes needs a tensor of rank " + (axes() + 2)
                    + ", " + dims + "; this one is " + x.shape());
        }
    }
}
