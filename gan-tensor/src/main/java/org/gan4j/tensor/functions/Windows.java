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
 * How a window moves over the spatial axes of [N, C, spatial...]: 1 for sequences, 2 for images, 3 for video.
 *
 * @param stride by how much it moves, for each axis
 * @param dilation how far its elements are apart, for each axis
 * @param before zeros before the elements of each axis
 * @param after zeros after them
 */
public record Windows(List<Integer> stride, List<Integer> dilation, List<Integer> before, List<Integer> after) {
    public Windows {
        stride = List.copyOf(stride);
        dilation = List.copyOf(dilation);
        before = List.copyOf(before);
        after = List.copyOf(after);
        int axes = stride.size();
        if (axes < 1 || axes > 3 || dilation.size() != axes || before.size() != axes || after.size() != axes) {
            throw new ShapeException(
                    "a window has 1 to 3 axes, with a stride, a dilation and padding for each; this one has " + stride
                            + ", " + dilation + ", " + before + " and " + after);
        }
        if (min(stride) < 1 || min(dilation) < 1 || min(before) < 0 || min(after) < 0) {
            throw new ShapeException("strides and dilations are at least 1 and padding at least 0; these are " + stride
                    + ", " + dilation + ", " + before + " and " + after);
        }
    }

    private static int min(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    /** Stride 1, no dilation, no padding, over so many axes. */
    public static Windows over(int axes) {
        return new Windows(each(axes, 1), each(axes, 1), each(axes, 0), each(axes, 0));
    }

    private static List<Integer> each(int axes, int value) {
        Integer[] values = new Integer[axes];
        Arrays.fill(values, value);
        return List.of(values);
    }

    /** One stride for all axes, or one for each. */
    public Windows stride(int... strides) {
        return new Windows(spread(strides), dilation, before, after);
    }

    /** One dilation for all axes, or one for each. */
    public Windows dilation(int... dilations) {
        return new Windows(stride, spread(dilations), before, after);
    }

    /** The same padding before and after, one for all axes or one for each. */
    public Windows padding(int... paddings) {
        return new Windows(stride, dilation, spread(paddings), spread(paddings));
    }

    /** Padding that differs before and after, one for each axis. */
    public Windows padding(List<Integer> zerosBefore, List<Integer> zerosAfter) {
        return new Windows(stride, dilation, zerosBefore, zerosAfter);
    }

    List<Integer> spread(int... values) {
        return values.length == 1
                ? each(axes(), values[0])
                : Arrays.stream(values).boxed().toList();
    }

    /** How many spatial axes there are. */
    public int axes() {
        return stride.size();
    }

    /** How many places a window of this length has along an axis of that length. */
    public int places(int axis, int length, int kernel) {
        if (kernel < 1) {
            throw new ShapeException("a window is at least 1 long; this one is " + kernel);
        }
        int room = length + before.get(axis) + after.get(axis) - dilation.get(axis) * (kernel - 1) - 1;
        if (room < 0) {
            throw new ShapeException(
                    "a window of " + kernel + ", dilated by " + dilation.get(axis) + ", does not fit into " + length
                            + " with padding " + before.get(axis) + " and " + after.get(axis));
        }
        return room / stride.get(axis) + 1;
    }

    /** x with this window's padding, filled with a value. */
    Tensor padded(Tensor x, double value) {
        return value == 0 ? zeroPadded(x) : filled(x, value);
    }

    /** All axes at once, so that x is copied once. */
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
     * For each element of the window, in row-major order, the tensor of what it meets: x, padded already, sliced along
     * all spatial axes at once.
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

    /** One size of a window for all axes, or one for each. */
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
