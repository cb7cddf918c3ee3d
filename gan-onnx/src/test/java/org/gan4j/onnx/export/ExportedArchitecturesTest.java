package org.gan4j.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Architecture;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.export.onnx.ExportedFunction;
import org.gan4j.export.onnx.ModelInput;
import org.gan4j.export.onnx.OnnxExport;
import org.gan4j.export.onnx.OnnxModel;
import org.gan4j.export.onnx.Precision;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every architecture that plug-ins list, computed by ONNX Runtime as by this library. */
class ExportedArchitecturesTest {
    private static final Engine ENGINE = Engines.preferred();
    private static final int CLASSES = 3;
    /** Even, since packs have two samples, and a prime otherwise. */
    private static final int USUAL_BATCH = 14;

    static List<String> generators() {
        return ComponentRegistry.onClassPath().all(ComponentKind.GENERATOR).stream()
                .map(GeneratorArchitecture::name)
                .toList();
    }

    static List<String> critics() {
        return ComponentRegistry.onClassPath().all(ComponentKind.CRITIC).stream()
                .map(CriticArchitecture::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("generators")
    void onnxRuntimeComputesTheGenerator(String name) {
        GeneratorArchitecture generator = ComponentRegistry.onClassPath().named(ComponentKind.GENERATOR, name);
        VariableScope scope = VariableScope.of("generator", 5);
        List<NetworkSpec> specs = new ArrayList<>();
        for (Shape sample : List.of(Shape.of(1, 16, 16), Shape.of(3, 32, 32), Shape.of(2), Shape.of(1))) {
            specs.add(NetworkSpec.generator(scope, 6, sample));
            specs.add(NetworkSpec.generator(scope, 6, sample)
                    .classes(CLASSES)
                    .with(new Field(Field.LABEL, DType.INT, Shape.scalar())));
            if (sample.rank() == 3) {
                Field image = new Field("small", DType.FLOAT, Shape.of(sample.dim(0), 8, 8));
                specs.add(NetworkSpec.of(scope, image, Shape.of(sample.dim(0), 32, 32)));
                specs.add(NetworkSpec.of(scope, new Field("source", DType.FLOAT, sample), sample));
            }
        }
        check(generator, specs);
    }

    @ParameterizedTest
    @MethodSource("critics")
    void onnxRuntimeComputesTheCritic(String name) {
        CriticArchitecture critic = ComponentRegistry.onClassPath().named(ComponentKind.CRITIC, name);
        VariableScope scope = VariableScope.of("critic", 5);
        check(
                critic,
                Stream.of(Shape.of(1, 16, 16), Shape.of(3, 32, 32), Shape.of(2), Shape.of(1))
                        .map(sample -> NetworkSpec.critic(scope, sample))
                        .toList());
    }

    /** Checks an architecture for all of the specs that it can be built for. */
    private static void check(Architecture architecture, List<NetworkSpec> specs) {
        List<NetworkSpec> fitting = specs.stream()
                .filter(spec -> architecture.problems(spec).isEmpty())
                .toList();
        assertThat(fitting)
                .as("specs that %s can be built for: add one", architecture.name())
                .isNotEmpty();
        int pack = architecture instanceof CriticArchitecture critic ? critic.samplesPerScore() : 1;
        fitting.forEach(spec -> check(architecture.build(spec), spec, pack));
    }

    private static void check(Network network, NetworkSpec spec, int pack) {
        List<ModelInput> inputs = spec.inputs().stream()
                .map(input -> new ModelInput(input.name(), input.dtype(), input.batch(USUAL_BATCH), Map.of(0, "batch")))
                .toList();
        ExportedFunction function = new ExportedFunction(
                network.name(),
                inputs,
                "output",
                (parameters, in) -> {
                    Inputs applied = Inputs.of(in.get(spec.input().name()));
                    for (Field condition : spec.conditions()) {
                        applied = applied.with(condition.name(), in.get(condition.name()));
                    }
                    return network.apply(parameters, ForwardPass.inference(), applied)
                            .value();
                },
                false);
        try (Session session = ENGINE.open()) {
            network.variables().forEach(variable -> session.set(variable, OwnEngine.unusual(variable)));
            OnnxExport export = OnnxExport.of(function, session::get);
            compare(export.model(), function, session, pack, 1e-4);
            compare(export.precision(Precision.FLOAT16).model(), function, session, pack, 0.1);
        }
    }

    private static void compare(
            OnnxModel model, ExportedFunction function, Session session, int pack, double tolerance) {
        try (ComputedModel computed = new ComputedModel(model)) {
            for (int rows : new int[] {pack, 5 * pack}) {
                Map<String, TensorData> fed = OwnEngine.inputs(function, rows, CLASSES);
                TensorData expected = OwnEngine.run(session, function, fed);
                double difference = ComputedModel.difference(computed.run(fed), expected);
                assertThat(difference)
                        .as("%s, %d rows, %s", model, rows, expected)
                        .isLessThan(tolerance);
            }
        }
    }
}
