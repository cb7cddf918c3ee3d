package org.gan4j.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** ONNX files as another program would write them. */
final class SmallModels {
    /** An open dimension. */
    static final int OPEN = -1;

    private SmallModels() {}

    static ValueInfoProto floats(String name, int... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int dim : dims) {
            TensorShapeProto.Dimension.Builder each = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(dim == OPEN ? each.setDimParam("batch") : each.setDimValue(dim));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    static NodeProto node(String op, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(op)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    /** Writes a file whose last node computes the output {@code samples}; {@code repeats} is a constant for Tile. */
    static Path write(
            Path file,
            List<ValueInfoProto> inputs,
            ValueInfoProto output,
            List<Long> repeats,
            Map<String, String> notes,
            NodeProto... nodes)
            throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("generator")
                .addAllInput(inputs)
                .addOutput(output)
                .addAllNode(Arrays.asList(nodes));
        if (!repeats.isEmpty()) {
            graph.addInitializer(TensorProto.newBuilder()
                    .setName("repeats")
                    .setDataType(TensorProto.DataType.INT64.getNumber())
                    .addDims(repeats.size())
                    .addAllInt64Data(repeats));
        }
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph);
        notes.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return Files.write(file, model.build().toByteArray());
    }

    /** Writes a generator as that of PyTorch's DCGAN: latents [batch, 3, 1, 1] to tanh of them as images [batch, 3, 4, 4]. */
    static Path likePyTorch(Path file, int batch, Map<String, String> notes) throws IOException {
        return write(
                file,
                List.of(floats("input", batch, 3, 1, 1)),
                floats("output", batch, 3, 4, 4),
                List.of(1L, 1L, 4L, 4L),
                notes,
                node("Tanh", "bounded", "input"),
                node("Tile", "output", "bounded", "repeats"));
    }
}
