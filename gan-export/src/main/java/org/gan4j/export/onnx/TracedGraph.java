package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.VariableLeaf;

/**
 * A function that was traced several times, with other sizes each time. The traces have the same nodes in the same order,
 * which differ in their shapes alone.
 *
 * @param nodes the nodes, inputs before their users; the last one is the output
 */
record TracedGraph(List<Node> nodes) {
    /**
     * A node.
     *
     * @param at the node in each trace
     * @param inputs the places of its inputs in the graph
     * @param layer the layer that it belongs to, by the nearest variable; empty if there is none
     */
    record Node(List<Tensor> at, List<Integer> inputs, String layer) {
        /** Returns the op in the first trace. */
        Op op() {
            return at.get(0).op();
        }

        Tensor first() {
            return at.get(0);
        }

        List<Extent> dims() {
            return Extent.of(at.stream().map(Tensor::shape).toList());
        }

        /** Returns a number of the op in each trace. */
        <O extends Op> Extent extent(Class<O> type, ToIntFunction<O> number) {
            return new Extent(at.stream()
                    .map(node -> number.applyAsInt(type.cast(node.op())))
                    .toList());
        }

        /** Returns the op with its layer, for messages. */
        String place() {
            return "the op " + op().label() + (layer.isEmpty() ? "" : " in the layer " + layer);
        }
    }

    /**
     * Matches the traces of a function.
     *
     * @throws IllegalArgumentException if their structures differ
     */
    static TracedGraph of(List<Tensor> outputs) {
        List<List<Tensor>> orders =
                outputs.stream().map(output -> Traversal.order(List.of(output))).toList();
        List<Map<Tensor, Integer>> places =
                orders.stream().map(TracedGraph::places).toList();
        List<Node> nodes = new ArrayList<>();
        int shortest = orders.stream().mapToInt(List::size).min().orElseThrow();
        for (int i = 0; i < shortest; i++) {
            int index = i;
            List<Tensor> at = orders.stream().map(order -> order.get(index)).toList();
            List<Integer> inputs = inputs(at.get(0), places.get(0));
            Node node = new Node(at, inputs, layer(at.get(0), inputs, nodes));
            for (int trace = 0; trace < at.size(); trace++) {
                boolean same = isSame(at.get(0).op(), at.get(trace).op())
                        && inputs.equals(inputs(at.get(trace), places.get(trace)));
                if (!same) {
                    throw differing(node.place());
                }
            }
            nodes.add(node);
        }
        if (orders.stream().anyMatch(order -> order.size() != shortest)) {
            throw differing(nodes.get(nodes.size() - 1).place());
        }
        return new TracedGraph(nodes);
    }

    private static IllegalArgumentException differing(String place) {
        return new IllegalArgumentException(
                "what is computed, and not its size alone, depends on the size of the inputs" + " from " + place
                        + " on");
    }

    private static boolean isSame(Op one, Op other) {
        return one.getClass() == other.getClass()
                && (!(one instanceof Enum<?>) || one == other)
                && (!(one instanceof VariableLeaf) || one.label().equals(other.label()));
    }

    private static Map<Tensor, Integer> places(List<Tensor> order) {
        Map<Tensor, Integer> places = new IdentityHashMap<>();
        IntStream.range(0, order.size()).forEach(i -> places.put(order.get(i), i));
        return places;
    }

    private static List<Integer> inputs(Tensor node, Map<Tensor, Integer> places) {
        return node.inputs().stream().map(places::get).toList();
    }

    private static String layer(Tensor node, List<Integer> inputs, List<Node> nodes) {
        if (node.op() instanceof VariableLeaf leaf) {
            return layer(leaf.variable());
        }
        for (int i = inputs.size() - 1; i >= 0; i--) { // weights follow what they are applied to
            String layer = nodes.get(inputs.get(i)).layer();
            if (!layer.isEmpty()) {
                return layer;
            }
        }
        return "";
    }

    /** Returns the path of a variable without its last part and without what a moving average puts in front. */
    private static String layer(Variable variable) {
        String name = variable.name();
        int last = name.lastIndexOf('/');
        String path = last < 0 ? name : name.substring(0, last);
        return path.startsWith("average/") ? path.substring("average/".length()) : path;
    }
}
