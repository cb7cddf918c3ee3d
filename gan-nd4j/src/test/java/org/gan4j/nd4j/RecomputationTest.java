package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.nd4j.SameAsReference.normal;
import static org.gan4j.nd4j.SameAsReference.values;

import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

/** Tests that values which take a few cheap operations are computed again where they are read and never stored. */
class RecomputationTest {
    private static final int SAMPLES = 2000;
    private static final int FEATURES = 100;
    private static final long BYTES = 4L * SAMPLES * FEATURES;
    /** Bytes for weights and per-feature values. */
    private static final long SMALL = 4L * 3 * FEATURES * FEATURES;

    private final Tensor x = Variable.of("x", normal("x", SAMPLES, FEATURES)).value();
    private final Tensor w = Variable.of("w", normal("w", FEATURES, FEATURES)).value();

    private static Explanation explain(Tensor... outputs) {
        Stage stage = Stage.named("s");
        for (int i = 0; i < outputs.length; i++) {
            stage = stage.output("y" + i, outputs[i]);
        }
        try (Session session = new Nd4jEngine().open();
                Program program = session.compile(Graph.of(stage))) {
            return program.explain();
        }
    }

    private static Tensor normalized(Tensor x) {
        Tensor centered = x.sub(x.mean(0));
        Tensor variance = centered.square().mean(0);
        return centered.mul(variance.add(1e-5).rsqrt());
    }

    @Test
    void aNormalizedLayerKeepsOnlyItsInputAndOutput() {
        int layers = 5;
        Tensor h = x;
        for (int layer = 0; layer < layers; layer++) {
            h = normalized(h.matmul(w)).mul(0.5).add(0.1).leakyRelu(0.2);
        }
        Tensor gradient = Gradients.of(h.square().sum(), w);
        // two for each layer, and the gradient on its way back
        assertThat(explain(gradient).arenaBytes()).isLessThan((2 * layers + 1) * BYTES + SMALL);
        values(gradient);
    }

    @Test
    void aSumReadsWhatItsTermsAreMadeOf() {
        Tensor a = x.matmul(w);
        Tensor b = x.flip();
        Explanation explanation = explain(a.mul(b).add(1).sum(0), a, b);
        assertThat(explanation.rows())
                .filteredOn(row -> row.ops().contains("sum[0]"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.ops()).containsExactly("mul", "add", "sum[0]");
                    assertThat(row.bytes()).isEqualTo(2 * BYTES + 4 + 4 * FEATURES);
                });
        assertThat(explanation.arenaBytes()).isLessThan(2 * BYTES + SMALL);
        values(
                a.mul(b).add(1).sum(0),
                a.mul(b).max(1),
                a.sub(b).square().sum(1),
                a.mul(b).sum());
    }

    @Test
    void theOperationsOfAValueCountOnce() {
        Tensor a = x.matmul(w);
        Tensor twice = a.mul(2);
        assertThat(explain(twice.sum(0), twice.max(1)).rows())
                .filteredOn(row -> row.ops().contains("mul"))
                .hasSize(2)
                .extracting(row -> row.flops() > SAMPLES * FEATURES * 3 / 2)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void expensiveValuesAreStored() {
        Tensor a = x.matmul(w);
        Tensor dear = a.exp();
        assertThat(explain(dear.sum(0), dear.max(1)).rows())
                .filteredOn(row -> row.ops().contains("exp"))
                .hasSize(1);
        values(dear.sum(0), dear.max(1));
    }

    @Test
    void aVariableThatHasChangedIsNotReadAgain() {
        Variable v = Variable.of("v", normal("v", 4000));
        Tensor twice = v.value().mul(2);
        Stage first = Stage.named("first")
                .output("one", twice.sum())
                .assign(v, v.value().add(1));
        Stage second = Stage.named("second")
                .output("two", twice.add(v.value()).square().sum())
                .assign(v, twice.sub(v.value().mul(0.5)));
        SameAsReference.stages(v, first, second);
    }

    @Test
    void anUpdateSquaresAgainWhatItsNormHasSquared() {
        Variable v = Variable.of("v", normal("v", SAMPLES, FEATURES));
        Tensor squares = x.matmul(w).square();
        Stage stage = Stage.named("s")
                .output("norm", squares.sum())
                .assign(v, v.value().mul(0.9).add(squares.mul(0.1)));
        try (Session session = new Nd4jEngine().open();
                Program program = session.compile(Graph.of(stage))) {
            assertThat(program.explain().rows())
                    .filteredOn(row -> row.ops().contains("square"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.ops()).hasSizeGreaterThan(1));
        }
        SameAsReference.stages(v, stage);
    }

    @Test
    void anUpdateDoesNotSquareAgainWhatItMayHaveChanged() {
        Variable v = Variable.of("v", normal("v", SAMPLES, FEATURES));
        Variable other = Variable.of("other", normal("other", SAMPLES, FEATURES));
        Tensor squares = v.value().square();
        SameAsReference.stages(
                other,
                Stage.named("s")
                        .output("norm", squares.sum())
                        .assign(v, v.value().mul(0.9))
                        .assign(other, other.value().sub(squares)));
    }
}
