package org.gan4j.tensor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

class SimplificationTest {
    private static final float NAN = Float.NaN;
    private static final float INF = Float.POSITIVE_INFINITY;
    private final Tensor x = Tensor.input("x", DType.FLOAT, 2, 3);

    private static Schedule schedule(Tensor y) {
        return new Schedule(Graph.of(Stage.named("s").output("y", y)));
    }

    private static Value value(Tensor y) {
        return schedule(y).sections().get(0).outputs().get("y");
    }

    private void isJustX(Tensor y) {
        assertThat(value(y).op()).isInstanceOf(InputLeaf.class);
        assertThat(schedule(y).values()).hasSize(1);
    }

    @Test
    void whatChangesNoNumberIsLeftOut() {
        isJustX(Tensor.ones(2, 3).mul(x));
        isJustX(x.mul(1));
        isJustX(x.mul(Tensor.ones(3)));
        isJustX(x.div(1));
        isJustX(x.sub(0));
        isJustX(x.add(-0.0));
        isJustX(x.neg().neg());
        isJustX(x.neg().neg().mul(Tensor.ones(3)).sub(Tensor.zeros(2, 3)));
        isJustX(x.reshape(6).reshape(3, 2).reshape(2, 3));
        isJustX(x.permute(1, 0).permute(1, 0));
    }

    @Test
    void whatChangesANumberStays() {
        assertThat(schedule(x.mul(0)).values()).hasSizeGreaterThan(1);
        assertThat(schedule(x.add(0)).values()).hasSizeGreaterThan(1);
        assertThat(schedule(x.sub(-0.0)).values()).hasSizeGreaterThan(1);
        assertThat(schedule(Tensor.zeros(2, 3).sub(x)).values()).hasSizeGreaterThan(1);
        assertThat(schedule(Tensor.ones(2, 3).div(x)).values()).hasSizeGreaterThan(1);
        assertThat(schedule(x.mul(1).cast(DType.DOUBLE)).values()).hasSize(2);
    }

    @Test
    void numbersStayTheSameToTheLastBit() {
        float[] special = {NAN, INF, -INF, 0f, -0f, 1e-45f};
        TensorData fed = TensorData.of(special, x.shape());
        Stage stage = Stage.named("s")
                .output("same", x.mul(1).sub(0).add(-0.0).div(1).neg().neg())
                .output("positive zero", x.add(0))
                .output("nan", x.mul(0));
        try (Session session = new ReferenceEngine().open();
                Program program = session.compile(Graph.of(stage))) {
            RunResult result = program.run(Map.of("x", fed));
            assertThat(result.get("same")).isEqualTo(fed);
            assertThat(result.get("positive zero").toFloats()).containsExactly(NAN, INF, -INF, 0f, 0f, 1e-45f);
            assertThat(result.get("nan").toFloats()).containsExactly(NAN, NAN, NAN, 0f, -0f, 0f);
        }
    }

    @Test
    void movementsOfOneKindAreJoined() {
        Tensor y = Tensor.input("y", DType.FLOAT, 2, 3, 4);
        assertThat(schedule(y.reshape(6, 4).reshape(24).reshape(4, 6)).values()).hasSize(2);
        Schedule turned = schedule(y.permute(1, 2, 0).permute(1, 2, 0));
        assertThat(turned.values()).hasSize(2);
        TensorData fed = Tensor.normal(RandomKey.of(1), 2, 3, 4).evaluate();
        try (Session session = new ReferenceEngine().open();
                Program program = session.compile(
                        Graph.of(Stage.named("s").output("y", y.permute(1, 2, 0).permute(1, 2, 0))))) {
            assertThat(program.run(Map.of("y", fed)).get("y"))
                    .isEqualTo(Tensor.of(fed).permute(2, 0, 1).evaluate());
        }
    }

    @Test
    void whatDependsOnConstantsAloneIsComputedOnce() {
        Tensor known = Tensor.of(new float[] {1, 2, 3}, 3)
                .exp()
                .mul(Tensor.of(new float[] {1, 2, 3}, 3))
                .sum();
        assertThat(value(known).op()).isInstanceOf(Constant.class);
        assertThat(schedule(x.mul(known)).values()).hasSize(4); // x, the number, its stretch, the product
    }

    @Test
    void aFoldedFloatIsRoundedAtEachOp() {
        Tensor third = Tensor.of(new float[] {1}, 1).div(3).mul(3).sub(1);
        float inFloat = 1f / 3f * 3f - 1f;
        assertThat(value(third).op()).isEqualTo(new Constant(TensorData.of(new float[] {inFloat}, third.shape())));
    }

    @Test
    void aStretchedConstantIsNotMaterialized() {
        Value ones = value(Tensor.full(2, 100, 100).sqrt().neg().reshape(10_000));
        assertThat(ones.op()).isInstanceOf(BroadcastTo.class);
        assertThat(ones.inputs().get(0).op()).isInstanceOf(Constant.class);
        assertThat(value(Tensor.of(new float[] {1, 2}, 2).broadcastTo(50, 2)).op())
                .isInstanceOf(BroadcastTo.class);
    }

    @Test
    void theSumOfAStretchedConstantIsKnown() {
        Value sum = value(Tensor.full(0.5, 4, 100).sum(1));
        assertThat(sum.op()).isEqualTo(new Constant(Tensor.full(50, 4).evaluate()));
    }

    @Test
    void largeResultsRandomNumbersAndIndicesAreLeftToTheProgram() {
        Tensor large = Tensor.arange(100_000).neg();
        assertThat(value(large).op()).isNotInstanceOf(Constant.class);
        assertThat(value(Tensor.normal(RandomKey.of(1), 3).exp()).op()).isNotInstanceOf(Constant.class);
        Tensor outside = Tensor.of(new float[] {1, 2}, 2).gather(0, Tensor.of(new int[] {7}, 1));
        assertThat(value(outside).op()).isNotInstanceOf(Constant.class);
    }

    @Test
    void whatNothingNeedsIsNotThere() {
        Tensor unused = x.exp().sin();
        assertThat(unused.shape()).isEqualTo(x.shape());
        Schedule schedule = schedule(x.permute(1, 0).permute(1, 0).mul(1).tanh());
        assertThat(schedule.values()).extracting(value -> value.op().label()).containsExactly("input x", "tanh");
        schedule.values()
                .forEach(value -> assertThat(schedule.values().get(value.id())).isSameAs(value));
    }
}
