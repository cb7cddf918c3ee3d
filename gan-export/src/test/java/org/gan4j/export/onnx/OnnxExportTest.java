package org.gan4j.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.Weights;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.OpExample;
import org.gan4j.testkit.OpExamples;
import org.gan4j.testkit.OpTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports without ONNX Runtime; gan-onnx compares the numbers. */
class OnnxExportTest {
    private static final Field LATENTS = new Field("latents", DType.FLOAT, Shape.of(2));

    private static OnnxExport doubling(Variable weight) {
        return OnnxExport.of(
                ExportedFunction.ofRows("generator", List.of(LATENTS), "samples", (parameters, in) -> in.get("latents")
                        .mul(parameters.get(weight))),
                variable -> variable.initial().evaluate());
    }

    private static ModelProto parsed(OnnxModel model) {
        try {
            return ModelProto.parseFrom(model.bytes());
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void variablesBecomeInitializersUnderTheirNames() {
        Variable weight = Variable.of("generator/scale/weight", Tensor.of(new float[] {3, 4}));
        OnnxModel model = doubling(weight).model();
        GraphProto graph = parsed(model).getGraph();
        TensorProto initializer = graph.getInitializer(0);
        assertThat(initializer.getName()).isEqualTo("generator/scale/weight");
        assertThat(initializer.getDimsList()).containsExactly(2L);
        assertThat(initializer
                        .getRawData()
                        .asReadOnlyByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getFloat(4))
                .isEqualTo(4f);
        assertThat(model).hasToString("latents float [batch, 2] → samples [batch, 2]");
        assertThat(graph.getNodeList().stream().map(NodeProto::getOpType)).containsExactly("Mul", "Identity");
    }

    @Test
    void everyOpMakesAGraphWhoseNodesFollowTheirInputs() {
        Set<String> seen = new HashSet<>();
        for (OpExample example : OpExamples.all()) {
            if (example.op().startsWith("RandomNumbers") && example.label().contains("at step")) {
                seen.add(example.op());
                continue; // refused
            }
            List<ModelInput> inputs = new ArrayList<>();
            for (int i = 0; i < example.points().size(); i++) {
                DType dtype = example.points().get(i).dtype();
                inputs.add(ModelInput.fixed(
                        "point" + i,
                        dtype == DType.DOUBLE ? DType.FLOAT : dtype,
                        example.points().get(i).shape()));
            }
            ExportedFunction function = new ExportedFunction(
                    "example",
                    inputs,
                    "result",
                    (parameters, in) -> example.expression()
                            .apply(inputs.stream()
                                    .map(input -> in.get(input.name()))
                                    .toList()),
                    false);
            for (Precision precision : Precision.values()) {
                requireOrdered(
                        parsed(OnnxExport.of(function, variable -> variable.initial()
                                                .evaluate())
                                        .precision(precision)
                                        .model())
                                .getGraph(),
                        example);
            }
            seen.add(example.op());
        }
        assertThat(seen).containsAll(OpTable.names());
    }

    private static void requireOrdered(GraphProto graph, OpExample example) {
        Set<String> known = new HashSet<>();
        graph.getInputList().forEach(input -> known.add(input.getName()));
        graph.getInitializerList().forEach(value -> assertThat(known.add(value.getName()))
                .as("%s: %s twice", example, value.getName())
                .isTrue());
        for (NodeProto node : graph.getNodeList()) {
            assertThat(known).as("%s, %s", example, node.getName()).containsAll(node.getInputList());
            known.addAll(node.getOutputList());
        }
        assertThat(known).contains(graph.getOutput(0).getName());
    }

    @Test
    void numbersOf16BitsAreThoseOfNumPy() {
        float[] values = {
            0,
            1,
            -2.5f,
            0.1f,
            1 / 3f,
            65504,
            65519.996f,
            65520,
            1e-8f,
            2.9e-8f,
            3e-8f,
            5.9604645e-8f,
            6.0975552e-5f,
            6.1035156e-5f,
            1.00048828125f,
            1.0014648f,
            Float.POSITIVE_INFINITY,
            -1e6f
        };
        int[] bits = {
            0x0000, 0x3c00, 0xc100, 0x2e66, 0x3555, 0x7bff, 0x7bff, 0x7c00, 0x0000, 0x0000, 0x0001, 0x0001, 0x03ff,
            0x0400, 0x3c00, 0x3c02, 0x7c00, 0xfc00
        };
        for (int i = 0; i < values.length; i++) {
            assertThat(HalfFloats.bits(values[i]) & 0xffff).as("%s", values[i]).isEqualTo(bits[i]);
        }
        assertThat(HalfFloats.bits(Float.NaN) & 0x7c00).isEqualTo(0x7c00);
        assertThat(HalfFloats.bits(Float.NaN) & 0x3ff).isNotZero();
    }

    @Test
    void aWeightThat16BitsCannotHoldIsRefused() {
        OnnxExport export = doubling(Variable.of("generator/scale/weight", Tensor.of(new float[] {3, 70000})));
        assertThatCode(export::model).doesNotThrowAnyException();
        assertThatThrownBy(() -> export.precision(Precision.FLOAT16).model())
                .hasMessage(
                        "the variable generator/scale/weight contains 70000.0, which 16 bits cannot hold: export it with 32"
                                + " bits, without --fp16");
    }

    @Test
    void moreThanTwoGigabytesAreRefused() {
        Variable huge = Variable.of("generator/dense/weight", Tensor.zeros(2, 300_000_000));
        OnnxExport export = OnnxExport.of(
                ExportedFunction.ofRows("generator", List.of(LATENTS), "samples", (parameters, in) -> in.get("latents")
                        .mul(parameters.get(huge).slice(1, 0, 2).sum(0))),
                variable -> {
                    throw new AssertionError("its value is not needed");
                });
        assertThatThrownBy(export::model)
                .hasMessage(
                        "the variables of the function generator have 2288 MiB, and a file of ONNX holds 2 GB: export it"
                                + " with 16 bits, by --fp16, or a smaller network");
    }

    @Test
    void aFileIsReplacedAndItsNameChecked(@TempDir Path folder) throws IOException {
        OnnxExport export = doubling(Variable.of("w", Tensor.of(new float[] {3, 4})));
        Path file = folder.resolve("new/Generator.ONNX");
        export.write(file);
        OnnxModel written = export.noting("license", "MIT").write(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(written.bytes()).hasSize(written.size());
        assertThat(written.metadata()).containsEntry("license", "MIT");
        assertThatThrownBy(() -> export.write(folder.resolve("generator.pt")))
                .hasMessage("cannot write ONNX as " + folder.resolve("generator.pt")
                        + ": pass a name that ends in .onnx, such as generator.onnx");
        Files.createDirectory(folder.resolve("a.onnx"));
        assertThatThrownBy(() -> export.write(folder.resolve("a.onnx")))
                .hasMessage(folder.resolve("a.onnx") + " is a folder: pass the name of a file");
    }

    @Test
    void otherFunctionsAndWeightsAreRefused() {
        OnnxExport export = doubling(Variable.of("w", Tensor.of(new float[] {3, 4})));
        assertThat(export.functions()).containsExactly("generator");
        assertThatThrownBy(() -> export.function("critic"))
                .hasMessage("there is no function critic to export: choose one of generator");
        assertThatThrownBy(() -> export.weights(Weights.EMA).model())
                .hasMessageStartingWith("the function generator has no moving average of its own");
    }
}
