package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    private final Tensor images = Tensor.ones(1, 4, 6, 5);

    @Test
    void filtersOfAnyLengthDoubleAndHalve() {
        for (int taps = 1; taps <= 6; taps++) {
            Tensor filter = Resampling.binomial(taps);
            assertThat(filter.sum().evaluate().item()).isEqualTo(1);
            assertThat(Resampling.up2(images, filter).shape()).isEqualTo(Shape.of(1, 4, 12, 10));
            assertThat(Resampling.down2(images, filter).shape()).isEqualTo(Shape.of(1, 4, 3, 2));
        }
    }

    @Test
    void theFilterOfStyleGanIsOneThreeThreeOne() {
        assertThat(Resampling.binomial(4).mul(64).slice(0, 0, 1).toFloats()).containsExactly(1, 3, 3, 1);
    }

    @Test
    void aPixelShuffleIsUndone() {
        Tensor x = Tensor.arange(2 * 8 * 3).reshape(2, 8, 3, 1);
        Tensor back = Resampling.pixelUnshuffle(Resampling.pixelShuffle(x, 2), 2);
        assertThat(back.evaluate()).isEqualTo(x.evaluate());
    }

    @Test
    void onlyImagesAreResampled() {
        refused(() -> Resampling.nearest(Tensor.zeros(2, 3, 4), 2))
                .hasMessageContaining("resampling needs images [N,C,H,W]; the shape is [2, 3, 4]");
    }

    @Test
    void factorsAreAtLeastOne() {
        refused(() -> Resampling.nearest(images, 0)).hasMessageContaining("a factor of at least 1; this one is 0");
        refused(() -> Resampling.filtered(images, Resampling.binomial(2), 0, 1, 0, 0))
                .hasMessageContaining("factors of at least 1; these are [2, 2], 0 and 1");
        refused(() -> Resampling.pixelShuffle(images, 0)).hasMessageContaining("a pixel shuffle by 0");
    }

    @Test
    void imagesOfNoPixelsAreNotInterpolated() {
        refused(() -> Resampling.bilinear(Tensor.zeros(1, 1, 0, 2), 2, 2))
                .hasMessageContaining("bilinear interpolation needs at least one pixel in its input and output");
        refused(() -> Resampling.bilinear(images, 3, 0)).hasMessageContaining("to 3 by 0");
    }

    @Test
    void aPixelShuffleNeedsEnoughChannels() {
        refused(() -> Resampling.pixelShuffle(images, 3))
                .hasMessageContaining("a pixel shuffle by 3 needs channels in multiples of 9");
    }

    @Test
    void aPixelUnshuffleNeedsSizesThatDivide() {
        refused(() -> Resampling.pixelUnshuffle(images, 2))
                .hasMessageContaining("a pixel unshuffle by 2 needs a height and width in multiples of it; the shape");
    }

    @Test
    void filtersMustBeSquareAndNotTooLarge() {
        refused(() -> Resampling.up2(images, Tensor.ones(3, 2))).hasMessageContaining("a square filter, [taps, taps]");
        refused(() -> Resampling.filtered(images, Tensor.ones(3), 1, 1, 0, 0))
                .hasMessageContaining("resampling needs a filter [kH,kW]");
        refused(() -> Resampling.filtered(images, Tensor.ones(2, 7), 1, 1, 0, 0))
                .hasMessageContaining("does not fit into 5");
        refused(() -> Resampling.binomial(0)).hasMessageContaining("a filter needs at least 1 tap, not 0");
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(ShapeException.class);
    }
}
