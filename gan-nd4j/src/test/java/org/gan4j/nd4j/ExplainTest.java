package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Explanation.Row;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private final Variable w = Variable.of("w", SameAsReference.normal("w", 100, 50));
    private final Tensor x = Tensor.input("x", DType.FLOAT, 20, 100);

    @Test
    void eachKernelIsARowWithWhatItReadsAndWrites() {
        Tensor y = x.matmul(w.value()).mul(2).tanh();
        try (Session session = new Nd4jEngine().open();
                Program program = session.compile(Graph.of(
                        Stage.named("update").output("y", y).assign(w, w.value().mul(0.5))))) {
            assertThat(program.explain().total().nanoseconds()).isEmpty();
            program.run(Map.of("x", Tensor.ones(20, 100).evaluate()));
            Explanation explanation = program.explain();
            assertThat(explanation.rows())
                    .hasSize(3)
                    .extracting(Row::kernel)
                    .containsExactly("nd4j matmul", "fused loop", "fused loop");
            Row product = explanation.rows().get(0);
            assertThat(product.flops()).isEqualTo(2 * 20 * 100 * 50);
            assertThat(product.bytes()).isEqualTo(4 * (20 * 100 + 100 * 50 + 20 * 50));
            Row chain = explanation.rows().get(1);
            assertThat(chain.ops()).containsExactly("mul", "tanh");
            assertThat(chain.flops()).isEqualTo(2 * 20 * 50);
            // reads the product and the constant 2, writes the result: intermediate values stay in registers
            assertThat(chain.bytes()).isEqualTo(4 * (20 * 50 + 1 + 20 * 50));
            assertThat(explanation.rows()).allMatch(row -> row.nanoseconds().getAsLong() > 0);
            assertThat(explanation.variableBytes()).isEqualTo(4 * 100 * 50);
            assertThat(explanation.arenaBytes()).isGreaterThanOrEqualTo(4 * (20 * 50 + 20 * 100 + 1));
        }
    }

    @Test
    void aGuardThatStopsTheRunLeavesTheRestWithoutTimes() {
        Stage bad = Stage.named("bad")
                .guarded("y", x.log().sum())
                .assign(w, w.value().add(1));
        Stage never = Stage.named("never").output("z", x.exp());
        try (Session session = new Nd4jEngine().open();
                Program program = session.compile(Graph.of(bad, never))) {
            program.run(Map.of("x", Tensor.ones(20, 100).evaluate()));
            assertThat(program.explain().stages().get("never").nanoseconds()).isPresent();
            program.run(Map.of("x", Tensor.zeros(20, 100).evaluate()));
            assertThat(program.explain().stages().get("bad").nanoseconds()).isPresent();
            assertThat(program.explain().stages().get("never").nanoseconds()).isEmpty();
        }
    }

    @Test
    void lookingAtTheClockCostsLessThanAHundredthOfADcganStep() {
        DcganStep step = new DcganStep(16, 32);
        try (Session session = new Nd4jEngine().open(new SessionOptions(2));
                Program program = session.compile(step.graph())) {
            TensorData real = SameAsReference.normal("real", 16, 1, 28, 28).evaluate();
            for (int i = 0; i < 5; i++) {
                program.run(Map.of("real", real, "round", TensorData.scalar(i)));
            }
            Explanation.Total total = program.explain().total();
            long looks = 1_000_000;
            long before = System.nanoTime();
            for (int i = 0; i < looks; i++) {
                System.nanoTime();
            }
            double each = (double) (System.nanoTime() - before) / looks;
            assertThat(each * total.kernels())
                    .isLessThan(0.01 * total.nanoseconds().getAsLong());
        }
    }
}
