package org.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Conv2dWeightGradient;
import org.junit.jupiter.api.Test;

class GradientsTest {
    private final Tensor x = Tensor.of(new float[] {1, 2, 3}, 3);

    @Test
    void theExampleOfTheJavadocHolds() {
        Tensor gradient = Gradients.of(x.square().sum(), x);
        assertThat(gradient.toFloats()).containsExactly(2, 4, 6);
        assertThat(Gradients.of(gradient.square().sum(), x).toFloats()).containsExactly(8, 16, 24);
    }

    @Test
    void everyOrderIsThere() {
        Tensor y = x.pow(4);
        float[][] expected = {{4, 32, 108}, {12, 48, 108}, {24, 48, 72}, {24, 24, 24}, {0, 0, 0}};
        for (float[] order : expected) {
            y = Gradients.of(y, x);
            assertThat(y.toFloats()).containsExactly(order);
        }
    }

    @Test
    void whatIsNotUsedHasGradientZeroOfItsShapeAndType() {
        Tensor other = Tensor.of(new double[6], 2, 3);
        List<Tensor> gradients = Gradients.of(x.sum(), List.of(other, x, x));
        assertThat(gradients.get(0).shape()).isEqualTo(Shape.of(2, 3));
        assertThat(gradients.get(0).dtype()).isEqualTo(DType.DOUBLE);
        assertThat(gradients.get(0).toDoubles()).containsOnly(0);
        assertThat(gradients.get(1).toFloats()).containsOnly(1);
        assertThat(gradients.get(2).toFloats()).containsOnly(1);
    }

    @Test
    void gradientsByWhatLiesBetweenAreThereToo() {
        Tensor middle = x.square();
        assertThat(Gradients.of(middle.mul(x).sum(), middle).toFloats()).containsExactly(1, 2, 3);
        assertThat(Gradients.of(x, x).toFloats()).containsExactly(1, 1, 1);
    }

    @Test
    void allPathsAreAdded() {
        Tensor y = x.mul(x).add(x).sub(x.mul(3));
        assertThat(Gradients.of(y, x).toFloats()).containsExactly(0, 2, 4);
    }

    @Test
    void broadcastGradientsAreSummedToTheInputsShape() {
        Tensor column = Tensor.of(new float[] {1, 2}, 2, 1);
        List<Tensor> gradients = Gradients.of(column.mul(x).sum(), List.of(column, x));
        assertThat(gradients.get(0).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(gradients.get(0).toFloats()).containsExactly(6, 6);
        assertThat(gradients.get(1).toFloats()).containsExactly(3, 3, 3);
    }

    @Test
    void aVectorProductStartsFromTheGivenGradient() {
        Tensor dy = Tensor.of(new float[] {1, 10, 100}, 3);
        assertThat(Gradients.of(x.square(), dy, List.of(x)).get(0).toFloats()).containsExactly(2, 40, 600);
        assertThatThrownBy(() -> Gradients.of(x.square(), Tensor.ones(2), List.of(x)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("[3]")
                .hasMessageContaining("[2]");
    }

    @Test
    void noGradientFlowsThroughWhatIsStopped() {
        assertThat(Gradients.of(x.mul(x.stopGradient()), x).toFloats()).containsExactly(1, 2, 3);
        assertThat(Gradients.of(x.stopGradient().square(), x).toFloats()).containsExactly(0, 0, 0);
        assertThat(Gradients.of(x.greater(2).cast(DType.FLOAT), x).toFloats()).containsExactly(0, 0, 0);
    }

    @Test
    void onlyRealNumbersHaveGradients() {
        assertThatThrownBy(() -> Gradients.of(Tensor.arange(3), x))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("INT");
    }

    @Test
    void tiesShareTheGradientAndKinksHaveThatOfPyTorch() {
        Tensor tied = Tensor.of(new float[] {2, 5, 5}, 3);
        assertThat(Gradients.of(tied.max(), tied).toFloats()).containsExactly(0, 0.5f, 0.5f);
        assertThat(Gradients.of(tied.maximum(5), tied).toFloats()).containsExactly(0, 0.5f, 0.5f);
        Tensor zero = Tensor.of(new float[] {-1, 0, 1}, 3);
        assertThat(Gradients.of(zero.relu(), zero).toFloats()).containsExactly(0, 0, 1);
        assertThat(Gradients.of(zero.leakyRelu(0.25), zero).toFloats()).containsExactly(0.25f, 0.25f, 1);
        assertThat(Gradients.of(zero.abs(), zero).toFloats()).containsExactly(-1, 0, 1);
        assertThat(Gradients.of(zero.clamp(-1, 1), zero).toFloats()).containsExactly(1, 1, 1);
    }

    @Test
    void aProductWithZerosHasTheGradientOfTheOthers() {
        Tensor factors = Tensor.of(new float[] {2, 0, 3, 4, 5}, 5);
        assertThat(Gradients.of(factors.prod(), factors).toFloats()).containsExactly(0, 120, 0, 0, 0);
        Tensor twoZeros = Tensor.of(new float[] {0, 0, 3}, 3);
        assertThat(Gradients.of(twoZeros.prod(), twoZeros).toFloats()).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsNotAskedForIsNotInTheGraph() {
        Tensor images = Tensor.input("images", DType.FLOAT, 1, 1, 4, 4);
        Tensor weights = Tensor.input("weights", DType.FLOAT, 1, 1, 3, 3);
        Tensor byImages = Gradients.of(images.conv2d(weights, 1, 1).sum(), images);
        assertThat(Traversal.order(List.of(byImages))).noneMatch(node -> node.op() instanceof Conv2dWeightGradient);
    }

    @Test
    void deepExpressionsDoNotOverflowTheStack() {
        Tensor y = x;
        for (int i = 0; i < 50_000; i++) {
            y = y.add(x);
        }
        assertThat(Gradients.of(y, x).toFloats()).containsOnly(50_001);
    }

    @Test
    void anInputWrittenDownTwiceIsOneInput() {
        Tensor y = Tensor.input("x", DType.FLOAT, 3).square().sum();
        Tensor g = Gradients.of(y, Tensor.input("x", DType.FLOAT, 3));
        Tensor same = Gradients.of(
                Variable.of("v", Tensor.ones(3)).value().square().sum(),
                Variable.of("v", Tensor.ones(3)).value());
        assertThat(g.inputs()).isNotEmpty();
        assertThat(g.op()).isNotInstanceOf(BroadcastTo.class);
        assertThat(same.op()).isNotInstanceOf(BroadcastTo.class);
    }

    @Test
    void aNormOfSomethingThatIsNotANumberIsNone() {
        Tensor x = Tensor.of(new double[] {Double.NaN, 1, 2});
        assertThat(x.norm().toDoubles()).containsExactly(Double.NaN);
        assertThat(Tensor.of(new double[] {3, 4}).norm().toDoubles()).containsExactly(5);
        Tensor zero = Tensor.of(new double[] {0, 0});
        assertThat(Gradients.of(zero.norm(), zero).toDoubles()).containsExactly(0, 0);
    }
}
