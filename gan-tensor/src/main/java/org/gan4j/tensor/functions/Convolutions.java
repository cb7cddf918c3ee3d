package org.gan4j.tensor.functions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.op.ConvGeometry;
import org.gan4j.tensor.op.Pad;

/**
 * Convolutions (cross-correlations, as everywhere in the field) in one, two and three dimensions, strided, dilated,
 * grouped, with any padding, and their transposes. All are composed of the two-dimensional one, so their gradients of
 * every order are correct if those of that one are.
 */
public final class Convolutions {
    private Convolutions() {}

    /**
     * Convolves x [N,C,spatial...] with weights [O,C/groups,kernel...], to [N,O,...]; each group of channels has its
     * own weights.
     *
     * @throws ShapeException if the shapes, the window or the groups do not fit together
     */
    public static Tensor conv(Tensor x, Tensor weights, Windows windows, int groups) {
        windows.requireImages("a convolution", x);
        windows.requireRank("the weights of a convolution", "[O, C/groups, ...]", weights);
        int channels = x.shape().dim(1);
        int outputs = weights.shape().dim(0);
        if (groups < 1 || channels % groups != 0 || outputs % groups != 0) {
            throw new ShapeException(
                    "the channels and outputs of a convolution must be multiples of its groups; these are " + channels
                            + " channels, " + outputs + " outputs and " + groups + " groups");
        }
        if (weights.shape().dim(1) != channels / groups) {
            throw new ShapeException(
                    "a convolution of " + channels + " channels in " + groups + " groups needs weights for "
                            + channels / groups + " channels each; these are " + weights.shape());
        }
        for (int i = 0; i < windows.axes(); i++) {
            windows.places(i, x.shape().dim(i + 2), weights.shape().dim(i + 2));
        }
        if (groups == 1) {
            return whole(x, weights, windows);
        }
        return groups == channels ? depthwise(x, weights, windows) : grouped(x, weights, windows, groups);
    }

    /**
     * Convolves x [N,C,spatial...] with weights [O,C,kernel...], to [N,O,...], without groups.
     *
     * @throws ShapeException if the shapes or the window do not fit together
     */
    public static Tensor conv(Tensor x, Tensor weights, Windows windows) {
        return conv(x, weights, windows, 1);
    }

    /**
     * Applies the transpose of {@link #conv} without groups, to the smallest size.
     *
     * @throws ShapeException if the shapes or the window do not fit together
     */
    public static Tensor convTranspose(Tensor x, Tensor weights, Windows windows) {
        return convTranspose(x, weights, windows, 1);
    }

    /**
     * Applies the transpose of {@link #conv}, from x [N,C,spatial...] with weights [C,O/groups,kernel...] to [N,O,...].
     * The length of each axis becomes (length - 1) stride - before - after + dilation (kernel - 1) + 1 + more.
     *
     * @param more additional positions at the end of each axis, fewer than the stride ("output padding"): one number
     *     for all axes, or one for each, or none
     * @throws ShapeException if the shapes, the window, the groups or the output padding do not fit together
     */
    public static Tensor convTranspose(Tensor x, Tensor weights, Windows windows, int groups, int... more) {
        windows.requireImages("a transposed convolution", x);
        windows.requireRank("the weights of a transposed convolution", "[C, O/groups, ...]", weights);
        if (weights.shape().dim(0) != x.shape().dim(1)) {
            throw new ShapeException("a transposed convolution of " + x.shape() + " needs weights for "
                    + x.shape().dim(1) + " channels, [C, O/groups, ...]; these are " + weights.shape());
        }
        int[] extra = windows.sizes(more.length == 0 ? new int[1] : more);
        long[] dims = x.shape().dims();
        dims[1] = (long) weights.shape().dim(1) * groups;
        for (int i = 0; i < windows.axes(); i++) {
            if (extra[i] < 0 || extra[i] >= windows.stride().get(i)) {
                throw new ShapeException("output padding must be from 0 to less than the stride, "
                        + windows.stride().get(i) + "; it is " + extra[i]);
            }
            dims[i + 2] = (dims[i + 2] - 1) * windows.stride().get(i)
                    - windows.before().get(i)
                    - windows.after().get(i)
                    + (long) windows.dilation().get(i) * (weights.shape().dim(i + 2) - 1)
                    + 1
                    + extra[i];
        }
        // a convolution is linear in its images, so its gradient is its transpose at any point
        DType common = x.dtype() == DType.DOUBLE ? x.dtype() : weights.dtype();
        Tensor images = Tensor.full(common, 0, dims);
        return Gradients.of(conv(images, weights, windows, groups), x.cast(common), List.of(images))
                .get(0);
    }

    private static Tensor whole(Tensor x, Tensor weights, Windows windows) {
        switch (windows.axes()) {
            case 1:
                return one(x, weights, windows);
            case 2:
                return two(x, weights, windows);
            default:
                return three(x, weights, windows);
        }
    }

    /** Treats a sequence as an image of height 1. */
    private static Tensor one(Tensor x, Tensor weights, Windows windows) {
        Windows flat = new Windows(
                List.of(1, windows.stride().get(0)),
                List.of(1, windows.dilation().get(0)),
                List.of(0, windows.before().get(0)),
                List.of(0, windows.after().get(0)));
        Tensor y = two(raised(x), raised(weights), flat);
        return y.reshape(y.shape().dim(0), y.shape().dim(1), y.shape().dim(3));
    }

    private static Tensor raised(Tensor x) {
        return x.reshape(x.shape().dim(0), x.shape().dim(1), 1, x.shape().dim(2));
    }

    private static Tensor two(Tensor x, Tensor weights, Windows windows) {
        boolean even = windows.before().equals(windows.after());
        Tensor images = even ? x : windows.padded(x, 0);
        ConvGeometry geometry = new ConvGeometry(
                windows.stride().get(0),
                windows.stride().get(1),
                even ? windows.before().get(0) : 0,
                even ? windows.before().get(1) : 0);
        return images.conv2d(dilated(weights, windows), geometry);
    }

    /** Dilates a kernel by zeros in between. */
    private static Tensor dilated(Tensor weights, Windows windows) {
        if (windows.dilation().stream().allMatch(d -> d == 1)) {
            return weights;
        }
        List<Integer> gaps = new ArrayList<>(List.of(0, 0));
        Shape to = weights.shape();
        for (int i = 0; i < windows.axes(); i++) {
            int d = windows.dilation().get(i);
            gaps.add(d - 1);
            to = to.with(i + 2, (long) d * (to.dim(i + 2) - 1) + 1);
        }
        return Tensor.of(new Pad(List.of(0, 0, 0, 0), gaps, to), weights);
    }

    /** Folds the depth: its positions into the batch, the elements that a window meets along it into the channels. */
    private static Tensor three(Tensor x, Tensor weights, Windows windows) {
        int depth = weights.shape().dim(2);
        Tensor padded =
                Padding.constant(x, 2, windows.before().get(0), windows.after().get(0), 0);
        int places = windows.places(0, x.shape().dim(2), depth);
        int stride = windows.stride().get(0);
        Tensor byDepth = padded.permute(0, 2, 1, 3, 4); // [N,D,C,H,W]
        List<Tensor> met = new ArrayList<>();
        for (int k = 0; k < depth; k++) {
            int from = k * windows.dilation().get(0);
            met.add(byDepth.slice(1, from, from + (places - 1) * stride + 1, stride));
        }
        Shape s = x.shape();
        Tensor images =
                Tensor.concat(2, met).reshape((long) s.dim(0) * places, (long) depth * s.dim(1), s.dim(3), s.dim(4));
        Shape w = weights.shape();
        Tensor flat = weights.permute(0, 2, 1, 3, 4).reshape(w.dim(0), (long) depth * w.dim(1), w.dim(3), w.dim(4));
        Windows plane = new Windows(
                windows.stride().subList(1, 3),
                windows.dilation().subList(1, 3),
                windows.before().subList(1, 3),
                windows.after().subList(1, 3));
        Tensor y = two(images, flat, plane);
        return y.reshape(s.dim(0), places, w.dim(0), y.shape().dim(2), y.shape().dim(3))
                .permute(0, 2, 1, 3, 4);
    }

    private static Tensor grouped(Tensor x, Tensor weights, Windows windows, int groups) {
        int channels = x.shape().dim(1) / groups;
        int outputs = weights.shape().dim(0) / groups;
        List<Tensor> parts = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            Tensor part = x.slice(1, g * channels, (g + 1) * channels);
            parts.add(whole(part, weights.slice(0, g * outputs, (g + 1) * outputs), windows));
        }
        return Tensor.concat(1, parts);
    }

    /** Convolves each channel separately: the sum over the window of element times weight, in one pass when fused. */
    private static Tensor depthwise(Tensor x, Tensor weights, Windows windows) {
        int channels = x.shape().dim(1);
        int each = weights.shape().dim(0) / channels;
        int axes = windows.axes();
        int[] kernel = new int[axes];
        int size = 1;
        for (int i = 0; i < axes; i++) {
            kernel[i] = weights.shape().dim(i + 2);
            size *= kernel[i];
        }
        List<Tensor> met = windows.meetings(windows.padded(x, 0), kernel);
        long[] perChannel = new long[axes + 3]; // [C, each, 1...]
        Arrays.fill(perChannel, 1);
        perChannel[1] = channels;
        perChannel[2] = each;
        Tensor flat = weights.reshape(channels, each, size);
        Tensor sum = null;
        for (int k = 0; k < size; k++) {
            Shape s = met.get(k).shape();
            long[] split = new long[axes + 3]; // [N, C, 1, spatial...]
            split[0] = s.dim(0);
            split[1] = channels;
            split[2] = 1;
            for (int i = 0; i < axes; i++) {
                split[i + 3] = s.dim(i + 2);
            }
            Tensor term = met.get(k).reshape(split).mul(flat.slice(2, k, k + 1).reshape(perChannel));
            sum = sum == null ? term : sum.add(term);
        }
        long[] joined = met.get(0).shape().dims();
        joined[1] = (long) channels * each;
        return sum.reshape(joined);
    }
}
