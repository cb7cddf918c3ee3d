package org.gan4j.tensor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Explanation.Row;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static Row row(String stage, String op, long flops) {
        return new Row(stage, List.of(op), Shape.of(4, 5), "loop", 2_000_000, flops);
    }

    private final Explanation before = new Explanation(
            List.of(
                    row("critic0", "matmul", 8_000_000),
                    row("critic0", "tanh", 1_000_000),
                    row("generator0", "exp", 0)),
            12_000_000,
            3_000_000);
    private final Explanation after = new Explanation(
            List.of(
                    before.rows().get(0).took(500_000),
                    before.rows().get(1).took(1_500_000),
                    before.rows().get(2).took(0)),
            12_000_000,
            3_000_000);

    private static String text(String table) {
        return table.replace(System.lineSeparator(), "\n");
    }

    @Test
    void isATableWithTheMostExpensiveFirstAndSums() {
        assertThat(text(after.toString())).isEqualTo("""
                stage       operation  shape  kernel    MB  MFLOP     ms    share  GFLOP/s
                critic0     tanh       [4,5]  loop    2.00   1.00  1.500   75.0 %      0.7
                critic0     matmul     [4,5]  loop    2.00   8.00  0.500   25.0 %     16.0
                generator0  exp        [4,5]  loop    2.00   0.00  0.000    0.0 %        -

                critic0     2 kernels                 4.00   9.00  2.000  100.0 %      4.5
                generator0  1 kernel                  2.00   0.00  0.000    0.0 %        -
                total       3 kernels                 6.00   9.00  2.000  100.0 %      4.5

                memory: 12.00 MB for intermediate values, 3.00 MB of variables""");
    }

    @Test
    void beforeAnyRunItHasNoTimesAndTheMostOperationsFirst() {
        assertThat(text(before.toString()).lines().skip(1).limit(2))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("critic0     matmul")
                                .endsWith("8.00   -      -        -"),
                        line -> assertThat(line).startsWith("critic0     tanh").endsWith("1.00   -      -        -"));
        assertThat(before.total().nanoseconds()).isEmpty();
        assertThat(before.total().gigaflopsPerSecond()).isZero();
    }

    @Test
    void whatIsNotShownIsSummedUp() {
        List<String> lines = text(after.table(1)).lines().toList();
        assertThat(lines.get(1)).startsWith("critic0     tanh");
        assertThat(lines.get(2)).matches(" +2 more +4\\.00 +8\\.00 +0\\.500 +25\\.0 % +16\\.0");
        assertThat(lines.get(3)).isEmpty();
    }

    @Test
    void aRunThatEndsEarlyLeavesTheRestWithoutTimes() {
        Explanation half = new Explanation(
                List.of(after.rows().get(0), before.rows().get(2).took(-1)), 0, 0);
        assertThat(half.stages().get("generator0").nanoseconds()).isEmpty();
        assertThat(half.total().nanoseconds()).hasValue(500_000);
    }

    @Test
    void chainsAreCountedByOp() {
        Row chain = new Row("s", List.of("mul", "add", "mul", "exp"), Shape.of(2), "fused loop", 0, 0);
        assertThat(new Explanation(List.of(chain), 0, 0).toString()).contains("4 fused: 2 mul, add, exp ");
    }

    @Test
    void theReferenceEngineExplainsEachValue() {
        Variable w = Variable.of("w", Tensor.ones(3));
        Tensor x = Tensor.input("x", DType.FLOAT, 3);
        Stage stage =
                Stage.named("move").guarded("y", x.mul(w.value()).log().sum()).assign(w, x);
        Stage never = Stage.named("never").output("z", x.exp());
        try (Session session = new ReferenceEngine().open();
                Program program = session.compile(Graph.of(stage, never))) {
            assertThat(program.explain().rows()).extracting(Row::stage).contains("move", "never");
            assertThat(program.explain().total().nanoseconds()).isEmpty();
            program.run(Map.of("x", TensorData.of(new float[] {1, 2, 0}, x.shape())));
            Explanation explanation = program.explain();
            assertThat(explanation.rows().get(0).ops()).containsExactly("mul");
            assertThat(explanation.rows().get(0).bytes()).isEqualTo(3 * 3 * 8);
            assertThat(explanation.stages().get("move").nanoseconds()).isPresent();
            assertThat(explanation.stages().get("never").nanoseconds()).isEmpty();
            assertThat(explanation.variableBytes()).isEqualTo(24);
        }
    }

    @Test
    void anEngineThatDoesNotMeasureSaysSo() {
        Program other = new Program() {
            @Override
            public RunResult run(Map<String, TensorData> feeds) {
                throw new AssertionError();
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(other::explain)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("this engine does not explain its programs");
    }
}
