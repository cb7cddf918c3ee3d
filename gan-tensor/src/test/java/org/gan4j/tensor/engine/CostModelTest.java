package org.gan4j.tensor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Conv2d;
import org.gan4j.tensor.op.Conv2dWeightGradient;
import org.gan4j.tensor.op.ConvTranspose2d;
import org.gan4j.tensor.op.Op;
import org.junit.jupiter.api.Test;

class CostModelTest {
    private final Tensor x = Tensor.input("x", DType.FLOAT, 2, 3, 8, 6);
    private final Tensor w = Tensor.input("w", DType.FLOAT, 5, 3, 4, 4);

    /** Returns the operations of the last value. */
    private static long flops(Tensor y) {
        Schedule schedule = new Schedule(Graph.of(Stage.named("s").output("y", y)));
        return CostModel.flops(schedule.values().stream()
                .max(Comparator.comparingInt(Value::id))
                .orElseThrow());
    }

    private static long flops(Tensor y, Class<? extends Op> op) {
        Schedule schedule = new Schedule(Graph.of(Stage.named("s").output("y", y)));
        return schedule.values().stream()
                .filter(value -> op.isInstance(value.op()))
                .mapToLong(CostModel::flops)
                .sum();
    }

    @Test
    void aConvolutionMultipliesAndAddsOnceForEachWeightOfEachResult() {
        // 4x4 windows, stride 2, padding 1: 8x6 becomes 4x3; 2*5*4*3 results of 3*4*4 terms
        long expected = 2L * (2 * 5 * 4 * 3) * (3 * 4 * 4);
        assertThat(expected).isEqualTo(11_520);
        assertThat(flops(x.conv2d(w, 2, 1))).isEqualTo(expected);
    }

    @Test
    void bothGradientsOfAConvolutionCostAsMuchAsItself() {
        Tensor loss = x.conv2d(w, 2, 1).square().sum();
        assertThat(flops(Gradients.of(loss, x), ConvTranspose2d.class)).isEqualTo(11_520);
        assertThat(flops(Gradients.of(loss, w), Conv2dWeightGradient.class)).isEqualTo(11_520);
        Tensor g = Tensor.input("g", DType.FLOAT, 2, 5, 4, 3);
        assertThat(flops(g.convTranspose2d(w, 2, 1))).isEqualTo(11_520);
        assertThat(flops(Gradients.of(g.convTranspose2d(w, 2, 1).square().sum(), g), Conv2d.class))
                .isEqualTo(11_520);
    }

    @Test
    void aMatrixProductTakesTwiceTheThreeLengths() {
        Tensor a = Tensor.input("a", DType.FLOAT, 7, 11);
        Tensor b = Tensor.input("b", DType.FLOAT, 11, 13);
        assertThat(flops(a.matmul(b))).isEqualTo(2 * 7 * 11 * 13);
        assertThat(flops(b.matmul(a, true, true))).isEqualTo(2 * 7 * 11 * 13);
        Tensor as = Tensor.input("as", DType.FLOAT, 3, 7, 11);
        assertThat(flops(as.matmul(as, false, true))).isEqualTo(2 * 3 * 7 * 11 * 7);
    }

    @Test
    void elementwiseOpsCostOneAnElementAndReductionsOneAnInput() {
        assertThat(flops(x.tanh())).isEqualTo(288);
        assertThat(flops(x.add(x.square()))).isEqualTo(288);
        assertThat(flops(x.greater(x.neg()).where(x, x.exp()))).isEqualTo(288);
        assertThat(flops(x.sumKeepDims(0, 2, 3))).isEqualTo(288);
        assertThat(flops(x.maxKeepDims(1))).isEqualTo(288);
    }

    @Test
    void movingAndDrawingCostNothing() {
        assertThat(flops(x.permute(1, 0, 2, 3))).isZero();
        assertThat(flops(x.slice(0, 0, 1))).isZero();
        assertThat(flops(x.reshape(6, 48))).isZero();
        assertThat(flops(x)).isZero();
        assertThat(flops(Tensor.normal(RandomKey.of(1), 1000))).isZero();
    }
}
