package org.gan4j.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.tensor.TensorData;

/** Collects the nodes and the constants of a graph. */
final class GraphBuilder {
    private final StoredTensors stored;
    private final List<NodeProto> nodes = new ArrayList<>();
    private final Map<String, TensorProto> initializers = new LinkedHashMap<>();
    private final Map<TensorData, String> constants = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private String scope = "";

    GraphBuilder(StoredTensors stored) {
        this.stored = stored;
    }

    StoredTensors stored() {
        return stored;
    }

    /** Sets the layer that the next nodes belong to. */
    void scope(String layer) {
        scope = layer;
    }

    /** Keeps a name for an input or an output. */
    void reserve(String name) {
        names.add(name);
    }

    /** Adds a node with one output, and returns the name of this output. */
    String node(String type, List<String> inputs, AttributeProto... attributes) {
        String name = unique((scope.isEmpty() ? "" : scope + "/") + type);
        return node(name, name, type, inputs, attributes);
    }

    /** Adds a node with one output of a given name. */
    void output(String type, String input, String output, AttributeProto... attributes) {
        node(unique(output + "/" + type), output, type, List.of(input), attributes);
    }

    /** Adds a node with two outputs, and returns the name of the second one. */
    String second(String type, List<String> inputs, AttributeProto... attributes) {
        String name = unique((scope.isEmpty() ? "" : scope + "/") + type);
        nodes.add(started(type, inputs, attributes)
                .setName(name)
                .addOutput(name + ":0")
                .addOutput(name)
                .build());
        return name;
    }

    private String node(String name, String output, String type, List<String> inputs, AttributeProto... attributes) {
        nodes.add(started(type, inputs, attributes)
                .setName(name)
                .addOutput(output)
                .build());
        return output;
    }

    private static NodeProto.Builder started(String type, List<String> inputs, AttributeProto... attributes) {
        return NodeProto.newBuilder().setOpType(type).addAllInput(inputs).addAllAttribute(Arrays.asList(attributes));
    }

    /** Adds the value of a variable under its name. */
    String variable(String name, TensorData value) {
        String free = unique(name);
        initializers.put(free, stored.variable(free, value));
        return free;
    }

    /** Returns the name of a constant. */
    String constant(TensorData data) {
        String known = constants.get(data);
        if (known != null) {
            return known;
        }
        String name = unique("constant");
        initializers.put(name, stored.constant(name, data));
        constants.put(data, name);
        return name;
    }

    /** Returns the name of a constant vector of integers. */
    String integers(long... values) {
        String name = "integers" + Arrays.toString(values).replace(" ", "");
        initializers.computeIfAbsent(name, any -> StoredTensors.integers(name, values));
        return name;
    }

    String integers(List<? extends Number> values) {
        return integers(values.stream().mapToLong(Number::longValue).toArray());
    }

    private String unique(String wished) {
        String name = wished;
        for (int i = 2; !names.add(name); i++) {
            name = wished + "-" + i;
        }
        return name;
    }

    /** Builds a graph of what an output needs. */
    GraphProto.Builder built(String output) {
        Set<String> needed = new HashSet<>(Set.of(output));
        List<NodeProto> kept = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            NodeProto node = nodes.get(i);
            if (node.getOutputList().stream().anyMatch(needed::contains)) {
                needed.addAll(node.getInputList());
                kept.add(node);
            }
        }
        Collections.reverse(kept);
        return GraphProto.newBuilder()
                .addAllNode(kept)
                .addAllInitializer(initializers.values().stream()
                        .filter(value -> needed.contains(value.getName()))
                        .toList());
    }
}
