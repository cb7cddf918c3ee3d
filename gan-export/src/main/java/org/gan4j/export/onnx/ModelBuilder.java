package org.gan4j.export.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.VariableLeaf;

/** Builds the model of a function. */
final class ModelBuilder {
    /** What the ONNX of Debian 12 and ONNX Runtime from 1.11 on know. */
    private static final int OPSET = 17;

    private static final int IR_VERSION = 8;
    /** Protocol buffers have lengths of 31 bits; the nodes and names of a large graph need less than what is left. */
    private static final long LARGEST = Integer.MAX_VALUE - (64L << 20);

    private final ExportedFunction function;
    private final Parameters parameters;
    private final Precision precision;
    private final OpenSizes sizes;
    private final Map<Variable, String> names = new HashMap<>();
    private final TracedGraph traced;

    /**
     * Traces a function.
     *
     * @throws IllegalArgumentException if what it computes depends on the size of its inputs
     */
    ModelBuilder(ExportedFunction function, Parameters parameters, Precision precision) {
        this.function = function;
        this.parameters = parameters;
        this.precision = precision;
        this.sizes = OpenSizes.of(function.inputs());
        List<Tensor> outputs = sizes.traces().stream()
                .map(at -> function.traced(naming(parameters), at))
                .toList();
        this.traced = TracedGraph.of(outputs);
    }

    /** Returns parameters that notice which variables stand for the function's own, as averages do. */
    private Parameters naming(Parameters parameters) {
        return variable -> {
            Tensor value = parameters.get(variable);
            if (value.op() instanceof VariableLeaf leaf) {
                names.put(leaf.variable(), variable.name());
            }
            return value;
        };
    }

    /** Returns the variables that the function reads. */
    List<Variable> variables() {
        return traced.nodes().stream()
                .filter(node -> node.op() instanceof VariableLeaf)
                .map(node -> ((VariableLeaf) node.op()).variable())
                .distinct()
                .toList();
    }

    /**
     * Returns the power of two whose multiples the sides of images must be; empty if they may be any, or are fixed. Layers
     * that halve images need it.
     */
    OptionalInt multiple() {
        if (!sizes.usual().containsKey(ModelInput.HEIGHT)) {
            return OptionalInt.empty();
        }
        int multiple = 1;
        int side = Math.min(sizes.usual().get(ModelInput.HEIGHT), sizes.usual().get(ModelInput.WIDTH));
        while (multiple < side && !allows(multiple)) {
            multiple *= 2;
        }
        return multiple == 1 ? OptionalInt.empty() : OptionalInt.of(multiple);
    }

    private boolean allows(int more) {
        Map<String, Integer> at = new LinkedHashMap<>(sizes.usual());
        at.merge(ModelInput.HEIGHT, more, Integer::sum);
        at.merge(ModelInput.WIDTH, more, Integer::sum);
        try {
            Shape shape = function.traced(parameters, at).shape();
            List<Extent> dims = traced.nodes().get(traced.nodes().size() - 1).dims();
            return IntStream.range(0, dims.size())
                    .allMatch(axis -> dims.get(axis).isFixed()
                            || sizes.formula(dims.get(axis)).at(at) == shape.dim(axis));
        } catch (IllegalArgumentException misfit) {
            return false;
        }
    }

    /** Returns the shape of the output with the usual sizes. */
    Shape output() {
        return traced.nodes().get(traced.nodes().size() - 1).first().shape();
    }

    /**
     * Builds the model.
     *
     * @param values the values of the variables
     * @param metadata what the file says about its origin
     * @throws IllegalArgumentException if an op has no form in ONNX, or a number none in the precision
     */
    OnnxModel built(Map<Variable, TensorData> values, Map<String, String> metadata, String document, String version) {
        StoredTensors stored = new StoredTensors(precision);
        GraphBuilder graph = new GraphBuilder(stored);
        Set<String> read = read();
        List<ModelInput> readFirst = new ArrayList<>(function.inputs());
        readFirst.sort(Comparator.comparing(input -> !read.contains(input.name())));
        SizeNodes sizeNodes = new SizeNodes(sizes, graph, readFirst);
        function.inputs().forEach(input -> graph.reserve(input.name()));
        graph.reserve(function.outputName());
        Map<String, String> inputs = new HashMap<>();
        Map<Variable, String> initializers = new HashMap<>();
        function.inputs().forEach(input -> inputs.put(input.name(), computed(input, graph)));
        Translation translation = new Translation(
                traced,
                graph,
                sizeNodes,
                leaf -> initializers.computeIfAbsent(
                        leaf.variable(),
                        variable ->
                                graph.variable(names.getOrDefault(variable, variable.name()), values.get(variable))),
                inputs);
        String result = translation.result();
        TracedGraph.Node last = traced.nodes().get(traced.nodes().size() - 1);
        if (precision == Precision.FLOAT16 && last.first().dtype() == DType.FLOAT) {
            graph.output(
                    "Cast", result, function.outputName(), Attributes.of("to", TensorProto.DataType.FLOAT.getNumber()));
        } else {
            graph.output("Identity", result, function.outputName());
        }
        List<ModelInput> used = function.inputs().stream()
                .filter(input ->
                        read.contains(input.name()) || sizeNodes.asked().contains(input.name()))
                .toList();
        GraphProto.Builder built = graph.built(function.outputName()).setName(function.name());
        used.forEach(input -> built.addInput(described(input)));
        built.addOutput(described(function.outputName(), last));
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setProducerName("Gan4J")
                .setProducerVersion(version)
                .setDocString(document)
                .setGraph(built);
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return new OnnxModel(model.build(), function.name(), used);
    }

    /**
     * Requires that the file has room for the variables, before they are read.
     *
     * @throws IllegalArgumentException if it has not
     */
    void requireFits() {
        StoredTensors stored = new StoredTensors(precision);
        long bytes = 0;
        for (Variable variable : variables()) {
            bytes += (long) variable.shape().size() * stored.bytes(variable.dtype());
        }
        if (bytes > LARGEST) {
            throw new IllegalArgumentException("the variables of the function " + function.name() + " have "
                    + (bytes >> 20) + " MiB, and a file of ONNX holds 2 GB: "
                    + (precision == Precision.FLOAT16
                            ? "export a smaller network"
                            : "export it with 16 bits, by --fp16, or a smaller network"));
        }
    }

    /** Returns the names of the inputs that the function reads. */
    private Set<String> read() {
        Set<String> read = new HashSet<>();
        traced.nodes().forEach(node -> {
            if (node.op() instanceof InputLeaf leaf) {
                read.add(leaf.name());
            }
        });
        return read;
    }

    private String computed(ModelInput input, GraphBuilder graph) {
        return precision == Precision.FLOAT16 && input.dtype() == DType.FLOAT
                ? graph.node(
                        "Cast", List.of(input.name()), Attributes.of("to", TensorProto.DataType.FLOAT16.getNumber()))
                : input.name();
    }

    private static ValueInfoProto described(ModelInput input) {
        List<String> lengths = new ArrayList<>();
        for (int axis = 0; axis < input.shape().rank(); axis++) {
            lengths.add(
                    input.open().getOrDefault(axis, String.valueOf(input.shape().dim(axis))));
        }
        return described(input.name(), input.dtype(), lengths);
    }

    private ValueInfoProto described(String name, TracedGraph.Node last) {
        List<String> lengths = last.dims().stream()
                .map(dim -> dim.isFixed()
                        ? String.valueOf(dim.first())
                        : sizes.formula(dim).text())
                .toList();
        return described(name, last.first().dtype(), lengths);
    }

    private static ValueInfoProto described(String name, DType dtype, List<String> lengths) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String length : lengths) {
            TensorShapeProto.Dimension.Builder dim = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(length.matches("\\d+") ? dim.setDimValue(Long.parseLong(length)) : dim.setDimParam(length));
        }
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder()
                .setElemType(new StoredTensors(Precision.FLOAT32).type(dtype))
                .setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
