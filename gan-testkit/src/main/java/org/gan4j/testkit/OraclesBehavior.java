package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests against PyTorch's values and first and second gradients. */
abstract class OraclesBehavior {
    abstract Engine engine();

    @TestFactory
    Stream<DynamicTest> agreeWithPyTorchInFloat() {
        return tests("ops", OracleOps::expression, DType.FLOAT);
    }

    @TestFactory
    Stream<DynamicTest> agreeWithPyTorchInDouble() {
        return tests("ops", OracleOps::expression, DType.DOUBLE);
    }

    @TestFactory
    Stream<DynamicTest> ofFunctionsAgreeWithPyTorchInFloat() {
        return tests("functions", OracleFunctions::expression, DType.FLOAT);
    }

    @TestFactory
    Stream<DynamicTest> ofFunctionsAgreeWithPyTorchInDouble() {
        return tests("functions", OracleFunctions::expression, DType.DOUBLE);
    }

    private interface Definition {
        Tensor expression(OracleCase known, Map<String, Tensor> inputs);
    }

    private Stream<DynamicTest> tests(String oracle, Definition definition, DType dtype) {
        return Oracle.read(oracle).cases().stream()
                .map(known -> DynamicTest.dynamicTest(known.name(), () -> compare(known, definition, dtype)));
    }

    private void compare(OracleCase known, Definition definition, DType dtype) {
        Map<String, TensorData> feeds = new HashMap<>();
        Map<String, Tensor> inputs = new HashMap<>();
        List<String> names = new ArrayList<>(known.inputs());
        for (String name : names) {
            TensorData data = known.inputData(name);
            feeds.put(name, TensorData.of(dtype, data.toDoubles(), data.shape()));
            inputs.put(name, Tensor.input(name, dtype, data.shape().dims()));
        }
        names.remove("c");
        List<Tensor> xs = names.stream().map(inputs::get).toList();
        Tensor y = definition.expression(known, inputs);
        List<Tensor> first = Gradients.of(y.mul(inputs.get("c")).sum(), xs);
        Tensor squares = first.stream()
                .map(gradient -> gradient.square().sum())
                .reduce(Tensor::add)
                .orElseThrow();
        List<Tensor> second = Gradients.of(squares, xs);
        Stage stage = Stage.named("oracle").output("y", y);
        for (int i = 0; i < xs.size(); i++) {
            stage = stage.output("grad_" + names.get(i), first.get(i)).output("grad2_" + names.get(i), second.get(i));
        }
        RunResult found = Comparison.run(engine(), stage, feeds);
        for (String result : known.expected()) {
            known.requireExpected(result, found.get(result), Comparison.tolerance(dtype));
        }
    }
}
