package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.nd4j.SameAsReference.normal;
import static org.gan4j.nd4j.SameAsReference.throughSecondOrder;
import static org.gan4j.nd4j.SameAsReference.values;

import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "3", "0 1", "1 2", "0 2", "1 3", "0 2 3", "1 2 3", "0 1 3", "0 1 2 3"})
    void reducesOverAnyAxes(String which) {
        int[] axes = Arrays.stream(which.split(" ")).mapToInt(Integer::parseInt).toArray();
        Tensor x = normal("x", 3, 4, 5, 6);
        throughSecondOrder(x.square().sum(axes), x);
        values(x.max(axes), x.min(axes), x.meanKeepDims(axes));
        Tensor large = normal("large", 70, 3, 37, 41);
        values(large.sum(axes), large.max(axes));
    }

    @Test
    void sumsOfAMillionKeepSixDigits() {
        Tensor x = Tensor.uniform(RandomKey.of(3).child("sum"), 1 << 20);
        double right = x.sum().evaluate().item();
        double ours = SameAsReference.run(new Nd4jEngine(), 2, x.sum()).get(0).item();
        Assertions.assertThat(ours).isCloseTo(right, Assertions.withinPercentage(1e-4));
        double columns = SameAsReference.run(
                        new Nd4jEngine(), 2, x.reshape(1 << 18, 4).sum(0).sum())
                .get(0)
                .item();
        Assertions.assertThat(columns).isCloseTo(right, Assertions.withinPercentage(1e-4));
    }

    @Test
    void movesElements() {
        Tensor x = normal("x", 4, 5, 6);
        throughSecondOrder(x.permute(2, 0, 1).square(), x);
        throughSecondOrder(x.permute(0, 2, 1).square(), x);
        throughSecondOrder(x.slice(1, 1, 5, 2).square(), x);
        throughSecondOrder(x.slice(2, 2, 5).slice(0, 1, 3).square(), x);
        throughSecondOrder(x.pad(2, 1, 2).pad(0, 0, 3).square(), x);
        throughSecondOrder(x.flip(0, 2).square(), x);
        throughSecondOrder(Tensor.concat(1, x, x.mul(2), x.slice(1, 0, 2)).square(), x);
        throughSecondOrder(Tensor.stack(0, x, x.square()), x);
        throughSecondOrder(
                x.slice(0, 0, 1).broadcastTo(3, 5, 6).permute(1, 0, 2).square(), x);
        values(
                x.greater(0).flip(1),
                x.greater(0).permute(1, 0, 2),
                Tensor.arange(12).reshape(3, 4).transpose());
        values(x.slice(0, 2, 2), x.slice(0, 2, 2).sum(0), x.slice(0, 2, 2).add(1));
    }

    @Test
    void gathersAndScatters() {
        Tensor x = normal("x", 5, 4, 3);
        Tensor indices = Tensor.of(new int[] {3, 0, 3, 1, 2, 0}, 2, 3);
        throughSecondOrder(x.gather(0, indices).square(), x);
        throughSecondOrder(x.gather(1, indices).square(), x);
        values(
                x.slice(0, 0, 2).slice(1, 0, 3).scatterAdd(0, 5, indices),
                Tensor.oneHot(Tensor.of(new int[] {1, 0, 2}), 4));
        Tensor outside = x.gather(0, Tensor.of(new int[] {5, 1}));
        assertThatThrownBy(() -> SameAsReference.run(new Nd4jEngine(), 1, outside))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 5 is not within 0 to 4");
    }

    @Test
    void drawsTheSameNumbers() {
        RandomKey key = RandomKey.of(5).child("draw");
        Tensor[] drawn = {Tensor.uniform(key, 3000), Tensor.normal(key, 7, 301), Tensor.bernoulli(key, 0.3, 50)};
        Assertions.assertThat(SameAsReference.run(new Nd4jEngine(), 2, drawn))
                .isEqualTo(SameAsReference.run(new ReferenceEngine(), 1, drawn));
    }
}
