package org.gan4j.export.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.export.onnx.TracedGraph.Node;
import org.gan4j.tensor.op.ArgSort;
import org.gan4j.tensor.op.Concat;
import org.gan4j.tensor.op.Flip;
import org.gan4j.tensor.op.Gather;
import org.gan4j.tensor.op.Pad;
import org.gan4j.tensor.op.Permute;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.Reshape;
import org.gan4j.tensor.op.ScatterAdd;
import org.gan4j.tensor.op.Slice;
import org.gan4j.tensor.op.StructuralOp;

/** The nodes of ops that move or sum elements. */
final class StructuralNodes {
    private final Translation translation;
    private final GraphBuilder graph;
    private final SliceNodes slices;

    StructuralNodes(Translation translation) {
        this.translation = translation;
        this.graph = translation.graph();
        this.slices = new SliceNodes(translation);
    }

    Value of(StructuralOp op, Node node) {
        int first = node.inputs().get(0);
        boolean moves = op instanceof Reshape || op instanceof Permute || op instanceof Flip || op instanceof Slice;
        if (moves && translation.operand(first).isSingle() && !isEmpty(node)) {
            return single(first, node.dims());
        }
        return new Value(nodes(op, node), node.dims());
    }

    /**
     * Returns one element that all others equal, as a scalar. If there are no others, it keeps its axes: ONNX Runtime
     * replaces the product of a scalar and [1] by the scalar if the other factor is 1, which a later op may refuse.
     */
    private Value single(int place, List<Extent> dims) {
        Value value = translation.operand(place);
        List<Extent> kept = dims.stream().allMatch(dim -> dim.is(1)) ? dims : List.of();
        return new Value(reshaped(value, kept), kept);
    }

    private static boolean isEmpty(Node node) {
        return node.dims().stream().anyMatch(dim -> dim.is(0));
    }

    private String nodes(StructuralOp op, Node node) {
        if (op instanceof Concat concat) {
            return graph.node(
                    "Concat",
                    node.inputs().stream()
                            .map(input -> translation.whole(input).name())
                            .toList(),
                    Attributes.of("axis", concat.axis()));
        }
        Value x = translation.whole(node.inputs().get(0));
        if (op instanceof Reduce reduce) {
            return reduced(reduce, x);
        }
        if (op instanceof Reshape) {
            return reshaped(x, node.dims());
        }
        if (op instanceof Permute permute) {
            return graph.node("Transpose", List.of(x.name()), Attributes.of("perm", permute.order()));
        }
        if (op instanceof Flip flip) {
            return slices.flipped(flip, x);
        }
        if (op instanceof Slice) {
            return slices.sliced(node, x);
        }
        if (op instanceof Pad) {
            return slices.padded(node, x);
        }
        if (op instanceof Gather gather) {
            Optional<String> padded = translation.resizing().padded(node, gather.axis());
            if (padded.isPresent()) {
                return padded.get();
            }
            String indices = translation.whole(node.inputs().get(1)).name();
            return graph.node("Gather", List.of(x.name(), indices), Attributes.of("axis", gather.axis()));
        }
        if (op instanceof ScatterAdd scatter) {
            return scattered(scatter, node, x);
        }
        return sorted((ArgSort) op, node, x);
    }

    private String reduced(Reduce reduce, Value x) {
        return switch (reduce.kind()) {
            case SUM ->
                graph.node("ReduceSum", List.of(x.name(), graph.integers(reduce.axes())), Attributes.of("keepdims", 1));
            case MAX ->
                graph.node(
                        "ReduceMax",
                        List.of(x.name()),
                        Attributes.of("axes", reduce.axes()),
                        Attributes.of("keepdims", 1));
            case MIN ->
                graph.node(
                        "ReduceMin",
                        List.of(x.name()),
                        Attributes.of("axes", reduce.axes()),
                        Attributes.of("keepdims", 1));
        };
    }

    /** Lengths that are not known are copied from the same axis, or follow from all others. */
    String reshaped(Value x, List<Extent> to) {
        if (x.dims().equals(to)) {
            return x.name();
        }
        boolean empty = to.stream().anyMatch(dim -> dim.at().contains(0));
        if (empty) {
            return graph.node(
                    "Reshape", List.of(x.name(), translation.sizes().vector(to)), Attributes.of("allowzero", 1));
        }
        List<Integer> target = new ArrayList<>();
        int inferred = 0;
        for (int axis = 0; axis < to.size(); axis++) {
            boolean copied = axis < x.dims().size() && x.dims().get(axis).equals(to.get(axis));
            if (to.get(axis).isFixed()) {
                target.add(to.get(axis).first());
            } else {
                target.add(copied ? 0 : -1);
                inferred += copied ? 0 : 1;
            }
        }
        String shape =
                inferred <= 1 ? graph.integers(target) : translation.sizes().vector(to);
        return graph.node("Reshape", List.of(x.name(), shape));
    }

    /** Moves the axes of the indices to the front, where ScatterND has them. */
    private String scattered(ScatterAdd op, Node node, Value x) {
        Value indices = translation.whole(node.inputs().get(1));
        int count = indices.dims().size();
        int rank = x.dims().size();
        List<Integer> forward = new ArrayList<>();
        IntStream.range(op.axis(), op.axis() + count).forEach(forward::add);
        IntStream.range(0, op.axis()).forEach(forward::add);
        IntStream.range(op.axis() + count, rank).forEach(forward::add);
        List<Extent> zeros = new ArrayList<>(node.dims());
        zeros.add(0, zeros.remove(op.axis()));
        String places = graph.node(
                "Unsqueeze",
                List.of(
                        graph.node("Cast", List.of(indices.name()), Attributes.of("to", DataType.INT64.getNumber())),
                        graph.integers(count)));
        String sum = graph.node(
                "ScatterND",
                List.of(
                        graph.node(
                                "Expand",
                                List.of(
                                        translation.scalar(node.first().dtype(), 0),
                                        translation.sizes().vector(zeros))),
                        places,
                        graph.node("Transpose", List.of(x.name()), Attributes.of("perm", forward))),
                Attributes.of("reduction", "add"));
        List<Integer> back =
                new ArrayList<>(IntStream.range(1, zeros.size()).boxed().toList());
        back.add(op.axis(), 0);
        return graph.node("Transpose", List.of(sum), Attributes.of("perm", back));
    }

    private String sorted(ArgSort op, Node node, Value x) {
        String count = translation.sizes().vector(List.of(x.dims().get(op.axis())));
        String order = graph.second(
                "TopK",
                List.of(x.name(), count),
                Attributes.of("axis", op.axis()),
                Attributes.of("largest", op.descending() ? 1 : 0),
                Attributes.of("sorted", 1));
        return translation.cast(order, node.first().dtype());
    }
}
