package org.gan4j.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.export.onnx.ExportedFunction;
import org.gan4j.export.onnx.ModelInput;
import org.gan4j.export.onnx.OnnxExport;
import org.gan4j.export.onnx.OnnxModel;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.testkit.FunctionExamples;
import org.gan4j.testkit.OpExample;
import org.gan4j.testkit.OpExamples;
import org.gan4j.testkit.OpTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every op and every function of tensors, computed by ONNX Runtime as by the reference engine. Not compared are NaN that
 * ONNX Runtime 1.20 loses: erf of NaN is 1 there, extremes ignore NaN, and their place in an order is another one.
 */
class ExportedOpsTest {
    private static final Engine REFERENCE = Engines.named("reference");

    private static final Set<String> LOSING_NAN =
            Set.of("Unary.ERF", "Reduce.MAX", "Reduce.MIN", "ArgSort", "Ordering.argMin", "Ordering.argSort");

    static List<OpExample> all() {
        return Stream.concat(OpExamples.all().stream(), FunctionExamples.all().stream())
                .toList();
    }

    static List<OpExample> examples() {
        return all().stream()
                .filter(example -> !drawsAtEachStep(example) && !losesNan(example))
                .toList();
    }

    private static boolean losesNan(OpExample example) {
        return LOSING_NAN.contains(example.op()) && example.label().contains("of NaN");
    }

    private static boolean drawsAtEachStep(OpExample example) {
        return example.op().startsWith("RandomNumbers") && example.toString().contains("at step");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void onnxRuntimeComputesWhatTheReferenceEngineComputes(OpExample example) {
        List<ModelInput> inputs = new ArrayList<>();
        Map<String, TensorData> fed = new LinkedHashMap<>();
        for (int i = 0; i < example.points().size(); i++) {
            TensorData point = example.points().get(i);
            DType dtype = point.dtype() == DType.DOUBLE ? DType.FLOAT : point.dtype();
            String name = "point" + i;
            inputs.add(ModelInput.fixed(name, dtype, point.shape()));
            fed.put(name, TensorData.of(dtype, point.toDoubles(), point.shape()));
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
        Graph graph = Graph.of(Stage.named("example").output("result", expression(example, inputs)));
        try (Session session = REFERENCE.open();
                Program program = session.compile(graph)) {
            Map<String, TensorData> used = new LinkedHashMap<>(fed);
            used.keySet().retainAll(graph.inputs());
            TensorData expected = program.run(used).get("result");
            OnnxModel model = OnnxExport.of(function, (Variable variable) -> session.get(variable))
                    .model();
            try (ComputedModel computed = new ComputedModel(model)) {
                assertThat(ComputedModel.difference(computed.run(fed), expected))
                        .as("%s: %s", example, expected)
                        .isLessThan(1e-4);
            }
        }
    }

    private static Tensor expression(OpExample example, List<ModelInput> inputs) {
        return example.expression()
                .apply(inputs.stream()
                        .map(input -> Tensor.input(
                                input.name(), input.dtype(), input.shape().dims()))
                        .toList());
    }

    @Test
    void noOpIsForgotten() {
        Set<String> seen = new TreeSet<>();
        all().forEach(example -> seen.add(example.op()));
        assertThat(seen).containsAll(OpTable.names());
    }

    @Test
    void numbersThatAreDrawnInEachCallAreRefused() {
        ExportedFunction noisy = new ExportedFunction(
                "noisy",
                List.of(
                        ModelInput.fixed("x", DType.FLOAT, Shape.of(3)),
                        ModelInput.fixed("step", DType.INT, Shape.scalar())),
                "y",
                (parameters, in) -> Variable.of("generator/noise/scale", Tensor.ones(3))
                        .value()
                        .mul(in.get("x"))
                        .add(RandomKey.of(1).child("noise").at(in.get("step")).normal(3)),
                false);
        assertThatThrownBy(() -> OnnxExport.of(
                                noisy, variable -> variable.initial().evaluate())
                        .model())
                .hasMessage(
                        "ONNX has no form of the op normal noise: it draws new random numbers in each call: pass them"
                                + " as an input");
    }

    @Test
    void whatDependsOnTheNumberOfRowsIsRefusedWithItsLayer() {
        Variable weight = Variable.of("critic/dense/weight", Tensor.ones(1));
        ExportedFunction counting = ExportedFunction.ofRows(
                "critic", List.of(new Field("x", DType.FLOAT, Shape.of(3))), "y", (parameters, in) -> {
                    Tensor x = in.get("x").mul(weight.value());
                    return x.shape().dim(0) > 10 ? x.exp() : x.neg();
                });
        assertThatThrownBy(() -> OnnxExport.of(
                                counting, variable -> variable.initial().evaluate())
                        .model())
                .hasMessage(
                        "what is computed, and not its size alone, depends on the size of the inputs from the op neg"
                                + " in the layer critic/dense on");
    }
}
