package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gan4j.export.onnx.TracedGraph.Node;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.op.Flip;
import org.gan4j.tensor.op.Pad;
import org.gan4j.tensor.op.Slice;

/** The nodes of regular parts of a tensor, and of zeros around and between its elements. */
final class SliceNodes {
    private final Translation translation;
    private final GraphBuilder graph;

    SliceNodes(Translation translation) {
        this.translation = translation;
        this.graph = translation.graph();
    }

    String flipped(Flip flip, Value x) {
        int axes = flip.axes().size();
        return graph.node(
                "Slice",
                List.of(
                        x.name(),
                        graph.integers(Collections.nCopies(axes, -1)),
                        graph.integers(Collections.nCopies(axes, -Integer.MAX_VALUE)),
                        graph.integers(flip.axes()),
                        graph.integers(Collections.nCopies(axes, -1))));
    }

    String sliced(Node node, Value x) {
        List<Extent> starts = new ArrayList<>();
        List<Extent> ends = new ArrayList<>();
        List<Integer> axes = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        Slice first = (Slice) node.op();
        for (int axis = 0; axis < x.dims().size(); axis++) {
            int at = axis;
            Extent begin = node.extent(Slice.class, slice -> slice.begin().get(at));
            int step = first.step().get(axis);
            if (begin.is(0)
                    && step == 1
                    && x.dims().get(axis).equals(node.dims().get(axis))) {
                continue;
            }
            axes.add(axis);
            steps.add(step);
            starts.add(begin);
            ends.add(end(node, x, at));
        }
        return graph.node(
                "Slice",
                List.of(
                        x.name(),
                        translation.sizes().vector(starts),
                        translation.sizes().vector(ends),
                        graph.integers(axes),
                        graph.integers(steps)));
    }

    /** Returns the end of a slice: from the front or from the back, or past the end, if that is the same in all traces. */
    private static Extent end(Node node, Value x, int axis) {
        Extent length = node.dims().get(axis);
        List<Integer> ends = new ArrayList<>();
        List<Integer> fromBack = new ArrayList<>();
        boolean all = true;
        for (int trace = 0; trace < node.at().size(); trace++) {
            Slice slice = (Slice) node.at().get(trace).op();
            int begin = slice.begin().get(axis);
            int step = slice.step().get(axis);
            int whole = x.dims().get(axis).at().get(trace);
            int count = length.at().get(trace);
            int end = begin + Math.max(0, (count - 1) * step + 1);
            ends.add(end);
            fromBack.add(end - whole);
            all &= count == (whole - begin + step - 1) / step;
        }
        Extent known = new Extent(ends);
        if (known.isFixed()) {
            return known;
        }
        if (all) {
            return Extent.fixed(Integer.MAX_VALUE, ends.size());
        }
        Extent back = new Extent(fromBack);
        return back.isFixed() && back.first() < 0 ? back : known;
    }

    String padded(Node node, Value x) {
        Pad first = (Pad) node.op();
        Value spread = x;
        List<Extent> before = new ArrayList<>();
        List<Extent> after = new ArrayList<>();
        for (int axis = 0; axis < x.dims().size(); axis++) {
            int at = axis;
            if (first.gap().get(axis) > 0) {
                spread =
                        spread(spread, axis, first.gap().get(axis), node.first().dtype());
            }
            Extent start = node.extent(Pad.class, pad -> pad.before().get(at));
            List<Integer> ends = new ArrayList<>();
            for (int trace = 0; trace < node.at().size(); trace++) {
                ends.add(node.dims().get(axis).at().get(trace)
                        - start.at().get(trace)
                        - spread.dims().get(axis).at().get(trace));
            }
            before.add(start);
            after.add(new Extent(ends)); // negative if the last gap is cut off
        }
        List<Extent> all = new ArrayList<>(before);
        all.addAll(after);
        return zeroPadded(spread.name(), all, node.first().dtype());
    }

    private String zeroPadded(String x, List<Extent> pads, DType dtype) {
        if (dtype == DType.BOOL) {
            return translation.cast(zeroPadded(translation.cast(x, DType.INT), pads, DType.INT), DType.BOOL);
        }
        return graph.node("Pad", List.of(x, translation.sizes().vector(pads), translation.scalar(dtype, 0)));
    }

    /** Puts zeros after each element along an axis. */
    private Value spread(Value x, int axis, int gap, DType dtype) {
        int traces = x.dims().get(axis).at().size();
        List<Extent> apart = new ArrayList<>(x.dims());
        apart.add(axis + 1, Extent.fixed(1, traces));
        List<Extent> pads = new ArrayList<>(Collections.nCopies(2 * apart.size(), Extent.fixed(0, traces)));
        pads.set(apart.size() + axis + 1, Extent.fixed(gap, traces));
        String padded = zeroPadded(translation.reshaped(x, apart).name(), pads, dtype);
        apart.set(axis + 1, Extent.fixed(gap + 1, traces));
        List<Extent> joined = new ArrayList<>(x.dims());
        joined.set(
                axis,
                new Extent(x.dims().get(axis).at().stream()
                        .map(length -> length * (gap + 1))
                        .toList()));
        return translation.reshaped(new Value(padded, apart), joined);
    }
}
