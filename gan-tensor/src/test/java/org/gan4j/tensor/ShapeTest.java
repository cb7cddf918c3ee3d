package org.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private final Shape images = Shape.of(64, 1, 28, 27);

    @Test
    void knowsRankSizeAndStrides() {
        assertThat(images.rank()).isEqualTo(4);
        assertThat(images.size()).isEqualTo(64 * 28 * 27);
        assertThat(images.stride(0)).isEqualTo(28 * 27);
        assertThat(images.stride(-2)).isEqualTo(27);
        assertThat(images.dim(-1)).isEqualTo(27);
        assertThat(images).hasToString("[64, 1, 28, 27]");
    }

    @Test
    void aScalarHasNoAxesAndOneElement() {
        assertThat(Shape.of()).isSameAs(Shape.scalar()).hasToString("[]");
        assertThat(Shape.scalar().size()).isOne();
        assertThatThrownBy(() -> Shape.scalar().dim(0)).isInstanceOf(ShapeException.class);
    }

    @Test
    void isAValue() {
        long[] dims = {2, 3};
        Shape shape = Shape.of(dims);
        dims[0] = 7;
        shape.dims()[1] = 7;
        assertThat(shape)
                .isEqualTo(Shape.of(2, 3))
                .hasSameHashCodeAs(Shape.of(2, 3))
                .isNotEqualTo(Shape.of(3, 2));
    }

    @Test
    void refusesNegativeLengthsAndTooManyElements() {
        assertThatThrownBy(() -> Shape.of(2, -1))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("[2, -1]");
        assertThatThrownBy(() -> Shape.of(1 << 16, 1 << 15)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Shape.of(Long.MAX_VALUE, Long.MAX_VALUE, 4)).isInstanceOf(ShapeException.class);
        assertThat(Shape.of(1 << 16, (1 << 15) - 1).size()).isPositive();
    }

    @Test
    void axesMayBeCountedFromTheBackAndComeOutSorted() {
        assertThat(images.axes(-1, 0)).containsExactly(0, 3);
        assertThat(images.axes()).containsExactly(0, 1, 2, 3);
        assertThatThrownBy(() -> images.axes(3, -1)).hasMessage("axis 3 is named twice for [64, 1, 28, 27]");
        assertThatThrownBy(() -> images.axis(4)).hasMessage("axis 4 does not exist in [64, 1, 28, 27]");
    }

    @Test
    void changedShapesAreNewOnes() {
        assertThat(images.with(-1, 5)).isEqualTo(Shape.of(64, 1, 28, 5));
        assertThat(images.collapsed(0, -1)).isEqualTo(Shape.of(1, 1, 28, 1));
        assertThat(images.without(-1, 1)).isEqualTo(Shape.of(64, 28));
        assertThat(images.batch(2)).isEqualTo(Shape.of(2, 64, 1, 28, 27));
        assertThat(Shape.scalar().batch(0)).isEqualTo(Shape.of(0));
    }

    @Test
    void broadcastingMatchesAxesFromTheBack() {
        assertThat(Shape.broadcast(Shape.of(3, 1), Shape.of(2, 1, 4))).isEqualTo(Shape.of(2, 3, 4));
        assertThat(Shape.broadcast(Shape.scalar(), Shape.of(0, 4))).isEqualTo(Shape.of(0, 4));
        assertThat(Shape.broadcast(Shape.of(0), Shape.of(1))).isEqualTo(Shape.of(0));
        assertThatThrownBy(() -> Shape.broadcast(Shape.of(2, 3), Shape.of(3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("shapes [2, 3] and [3, 2] do not match: 3 against 2 at axis -1");
    }

    @Property
    void bothOperandsStretchToTheirCommonShape(
            @ForAll @Size(max = 4) long[] dims, @ForAll @LongRange(min = 0, max = 15) long ones) {
        long[] some = new long[dims.length];
        long[] others = new long[dims.length];
        for (int i = 0; i < dims.length; i++) {
            long dim = Math.floorMod(dims[i], 5L);
            some[i] = (ones >> i & 1) == 0 ? dim : 1;
            others[i] = (ones >> i & 1) == 0 ? 1 : dim;
        }
        Shape common = Shape.broadcast(Shape.of(some), Shape.of(others));
        assertThat(Shape.of(some).stretchesTo(common)).isTrue();
        assertThat(Shape.of(others).stretchesTo(common)).isTrue();
        assertThat(common).isEqualTo(Shape.broadcast(Shape.of(others), Shape.of(some)));
    }
}
