package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.export.onnx.TracedGraph.Node;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.MatMul;

/**
 * The nodes of ops whose constants depend on the size of an image: indices that pad it, and matrices that enlarge it. They
 * become ops that need no such constants.
 */
final class ResizingNodes {
    private static final int MATRIX = 2;

    private final Translation translation;
    private final GraphBuilder graph;

    ResizingNodes(Translation translation) {
        this.translation = translation;
        this.graph = translation.graph();
    }

    /** Returns the constants that an input of a node is made of, if they differ between the traces. */
    private Optional<List<TensorData>> varying(int place) {
        List<TensorData> constants = new ArrayList<>();
        for (Tensor at : translation.node(place).at()) {
            Tensor source = at.op() instanceof BroadcastTo ? at.inputs().get(0) : at;
            if (!(source.op() instanceof Constant constant)) {
                return Optional.empty();
            }
            constants.add(constant.data());
        }
        boolean same = constants.stream().allMatch(constants.get(0)::equals);
        return same ? Optional.empty() : Optional.of(constants);
    }

    /** Returns what selects elements along an axis, if that pads the axis. */
    Optional<String> padded(Node node, int axis) {
        int place = node.inputs().get(0);
        Extent lengths = translation.node(place).dims().get(axis);
        return varying(node.inputs().get(1))
                .flatMap(indices -> Border.of(indices, lengths))
                .map(padding -> {
                    Value x = translation.whole(place);
                    long[] pads = new long[2 * x.dims().size()];
                    pads[axis] = padding.before();
                    pads[x.dims().size() + axis] = padding.after();
                    return graph.node(
                            "Pad",
                            List.of(x.name(), graph.integers(pads)),
                            Attributes.of("mode", padding.border() == Border.REFLECTED ? "reflect" : "edge"));
                });
    }

    /** Returns a product with a matrix, if that enlarges an axis of the other factor. */
    Optional<String> enlarged(Node node) {
        MatMul op = (MatMul) node.op();
        int left = node.inputs().get(0);
        int right = node.inputs().get(1);
        if (op.transposeRight() && !op.transposeLeft()) {
            return varying(right).flatMap(Enlarging::of).map(found -> enlarged(left, found, false, node));
        }
        return op.transposeLeft() || op.transposeRight()
                ? Optional.empty()
                : varying(left).flatMap(Enlarging::of).map(found -> enlarged(right, found, true, node));
    }

    /** Enlarges the last axis, or the one before, as images of one channel. */
    private String enlarged(int place, Enlarging by, boolean rows, Node node) {
        Value x = translation.whole(place);
        int traces = node.at().size();
        List<Extent> dims = x.dims();
        int rank = dims.size();
        Extent height = rows ? dims.get(rank - MATRIX) : Extent.fixed(1, traces);
        Extent width = dims.get(rank - 1);
        List<Integer> images = new ArrayList<>();
        for (int trace = 0; trace < traces; trace++) {
            Shape shape = translation.node(place).at().get(trace).shape();
            images.add(shape.size() / height.at().get(trace) / width.at().get(trace));
        }
        Extent one = Extent.fixed(1, traces);
        Value flat = translation.reshaped(x, List.of(new Extent(images), one, height, width));
        int axis = rows ? 2 : 3;
        String wide = beyond(flat.name(), by, axis);
        int factor = by.factor();
        int before = factor * by.beyond() - by.lowest();
        int after = factor * by.beyond() - factor + by.lowest() + by.kernel().length;
        String kernel = graph.constant(TensorData.of(
                by.kernel(), rows ? Shape.of(1, 1, by.kernel().length, 1) : Shape.of(1, 1, 1, by.kernel().length)));
        String all = graph.node(
                "ConvTranspose",
                List.of(wide, kernel),
                Attributes.of("strides", rows ? List.of(factor, 1) : List.of(1, factor)),
                Attributes.of("pads", rows ? List.of(before, 0, after, 0) : List.of(0, before, 0, after)));
        List<Extent> large = new ArrayList<>(List.of(new Extent(images), one, height, width));
        large.set(
                axis,
                new Extent(large.get(axis).at().stream()
                        .map(length -> length * factor)
                        .toList()));
        return translation.reshaped(new Value(all, large), node.dims()).name();
    }

    /** Adds what stands beyond the ends of an axis. */
    private String beyond(String x, Enlarging by, int axis) {
        int count = by.beyond();
        if (by.border() == Border.SYMMETRIC) {
            String front = reversed(x, axis, count - 1, -Integer.MAX_VALUE);
            String back = reversed(x, axis, -1, -1 - count);
            return graph.node("Concat", List.of(front, x, back), Attributes.of("axis", axis));
        }
        long[] pads = new long[8];
        pads[axis] = count;
        pads[4 + axis] = count;
        String mode =
                switch (by.border()) {
                    case REFLECTED -> "reflect";
                    case REPLICATED -> "edge";
                    default -> "constant";
                };
        return graph.node("Pad", List.of(x, graph.integers(pads)), Attributes.of("mode", mode));
    }

    private String reversed(String x, int axis, int from, int to) {
        return graph.node(
                "Slice",
                List.of(x, graph.integers(from), graph.integers(to), graph.integers(axis), graph.integers(-1)));
    }
}
