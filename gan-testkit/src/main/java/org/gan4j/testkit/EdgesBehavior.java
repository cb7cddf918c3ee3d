package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

/** Tests of edge cases: scalars, tensors without elements, and NaN that must not spread. */
abstract class EdgesBehavior {
    abstract Engine engine();

    @Test
    void aScalarGoesInAndComesOut() {
        assertThat(evaluate(stored("three", Tensor.scalar(3)).add(4)))
                .isEqualTo(TensorData.of(new double[] {7}, shape()));
        compare(in -> in.get(0).mul(in.get(1)).tanh().reshape(1, 1).sum(), Points.signed(1), Points.signed(2));
    }

    @Test
    void anInputOrConstantMayBeTheOutput() {
        TensorData x = TensorData.of(new float[] {1, 2, 3}, shape(3));
        Stage stage = Stage.named("same")
                .output("input", Tensor.input("x", DType.FLOAT, 3))
                .output("again", Tensor.input("x", DType.FLOAT, 3).named("again"))
                .output("constant", Tensor.of(x));
        RunResult result = Comparison.run(engine(), stage, Map.of("x", x));
        assertThat(result.outputs().values()).containsExactly(x, x, x);
    }

    @Test
    void tensorsWithoutElementsFlowThroughElementwiseOps() {
        compare(in -> in.get(0).mul(2).exp().add(in.get(1)), Points.signed(1, 0, 3), Points.signed(2, 3));
        compare(in -> in.get(0).greater(0).where(in.get(0), in.get(0).neg()), Points.signed(1, 2, 0));
        compare(in -> in.get(0).add(in.get(1)), Points.signed(1, 0, 1), Points.signed(2, 1, 4));
    }

    @Test
    void theSumOfNothingIsZero() {
        Tensor nothing = stored("nothing", Tensor.zeros(0, 3));
        assertThat(evaluate(nothing.sum()).toDoubles()).containsExactly(0);
        assertThat(evaluate(nothing.sum(0)).toDoubles()).containsExactly(0, 0, 0);
        compare(in -> in.get(0).sum(1), Points.signed(1, 3, 0, 2));
        compare(in -> in.get(0).sum(0), Points.signed(1, 3, 0, 2));
        compare(in -> in.get(0).max(0), Points.signed(1, 3, 0));
    }

    @Test
    void tensorsWithoutElementsFlowThroughMovements() {
        compare(in -> in.get(0).permute(2, 0, 1).reshape(0, 7), Points.signed(1, 3, 0, 2));
        compare(in -> in.get(0).pad(0, 1, 2), Points.signed(1, 0, 2));
        compare(in -> in.get(0).slice(0, 1, 1), Points.signed(1, 3, 2));
        compare(in -> in.get(0).flip(), Points.signed(1, 3, 0));
        compare(in -> Tensor.concat(0, in), Points.signed(1, 0, 2), Points.signed(2, 3, 2));
        compare(in -> Tensor.concat(1, in), Points.signed(1, 0, 2), Points.signed(2, 0, 3));
        compare(in -> in.get(0).broadcastTo(0, 2), Points.signed(1, 1, 2));
        compare(in -> in.get(0).gather(0, in.get(1)), Points.signed(1, 3, 2), Points.indices(3, 1, 0));
        compare(in -> in.get(0).scatterAdd(0, 4, in.get(1)), Points.signed(1, 0, 2), Points.indices(3, 1, 0));
    }

    @Test
    void tensorsWithoutElementsFlowThroughContractions() {
        compare(in -> in.get(0).matmul(in.get(1)), Points.signed(1, 0, 3), Points.signed(2, 3, 2));
        compare(in -> in.get(0).matmul(in.get(1)), Points.signed(1, 2, 0), Points.signed(2, 0, 3));
        compare(in -> in.get(0).matmul(in.get(1)), Points.signed(1, 0, 2, 3), Points.signed(2, 0, 3, 4));
        compare(in -> in.get(0).conv2d(in.get(1), 1, 1), Points.signed(1, 0, 2, 4, 4), Points.signed(2, 3, 2, 3, 3));
        compare(
                in -> in.get(0).convTranspose2d(in.get(1), 2, 1),
                Points.signed(1, 0, 2, 4, 4),
                Points.signed(2, 2, 3, 4, 4));
    }

    @Test
    void whereDoesNotSpreadWhatIsNotChosen() {
        Tensor x = stored("x", Tensor.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY, 2, -1}, 4));
        Tensor chosen = stored("chosen", Tensor.of(new boolean[] {false, false, true, true}, 4));
        Tensor y = chosen.where(x, Tensor.zeros(4));
        assertThat(evaluate(y).toFloats()).containsExactly(0, 0, 2, -1);
        assertThat(evaluate(Gradients.of(y, x)).toFloats()).containsExactly(0, 0, 1, 1);
    }

    @Test
    void aNormHasGradientZeroAtZero() {
        Tensor x = stored("x", Tensor.of(new float[] {0, 0, 3, 4}, 2, 2));
        Tensor gradient = Gradients.of(x.norm(1), x);
        assertThat(evaluate(gradient).toFloats())
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(0, 0, 0.6f, 0.8f);
        assertThat(evaluate(Gradients.of(gradient.square().sum(), x)).toFloats())
                .doesNotContain(Float.NaN);
    }

    @Test
    void aGraphOfThousandsOfNodesIsNotTooDeep() {
        Variable start = Variable.of("start", Tensor.of(new float[] {1, -1}, 2));
        Tensor y = start.value();
        for (int i = 0; i < 3000; i++) {
            y = y.mul(0.5).add(1);
        }
        Tensor gradient = Gradients.of(y, start.value());
        try (Session session = engine().open()) {
            RunResult result =
                    Comparison.run(session, Stage.named("deep").output("y", y).output("dy", gradient), Map.of());
            assertThat(result.get("y").toFloats())
                    .usingComparatorWithPrecision(1e-4f)
                    .containsExactly(2, 2);
            assertThat(result.get("dy").toFloats()).containsExactly(0, 0);
        }
    }

    /**
     * Returns a value that the engine has to store. An expression of constants alone is computed before an engine sees
     * the graph.
     */
    private static Tensor stored(String name, Tensor value) {
        return Variable.of(name, value).value();
    }

    private TensorData evaluate(Tensor tensor) {
        try (Session session = engine().open()) {
            return session.evaluate(tensor);
        }
    }

    private static Shape shape(long... dims) {
        return Shape.of(dims);
    }

    /** Compares values and gradients in FLOAT, in three views. */
    private void compare(Function<List<Tensor>, Tensor> expression, TensorData... points) {
        OpExample example = OpExample.agreed("edge", List.of(points).toString(), expression, points);
        try (Session session = engine().open()) {
            for (View view : List.of(View.PLAIN, View.PERMUTED, View.SLICED)) {
                assertThat(Comparison.difference(session, example, DType.FLOAT, view))
                        .isEmpty();
            }
        }
    }
}
