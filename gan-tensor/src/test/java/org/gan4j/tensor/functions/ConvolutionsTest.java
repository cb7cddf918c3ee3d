package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ConvolutionsTest {
    private static final Windows IMAGE = Windows.over(2);

    @Test
    void imagesMustHaveTheRankOfTheWindow() {
        refused(() -> conv(IMAGE, 1, Tensor.zeros(2, 3, 5), Tensor.zeros(1, 3, 2, 2)))
                .hasMessageContaining("a convolution over 2 spatial axes needs a tensor of rank 4, [N, C, ...]; this")
                .hasMessageContaining("[2, 3, 5]");
    }

    @Test
    void weightsMustHaveTheRankOfTheWindow() {
        refused(() -> conv(IMAGE, 1, Tensor.zeros(2, 3, 5, 5), Tensor.zeros(1, 3, 2)))
                .hasMessageContaining("the weights of a convolution over 2 spatial axes")
                .hasMessageContaining("[O, C/groups, ...]; this one is [1, 3, 2]");
    }

    @Test
    void groupsMustDivideChannelsAndOutputs() {
        refused(() -> conv(IMAGE, 2, Tensor.zeros(1, 3, 5, 5), Tensor.zeros(2, 1, 2, 2)))
                .hasMessageContaining("must be multiples of its groups; these are 3 channels, 2 outputs and 2 groups");
        refused(() -> conv(IMAGE, 3, Tensor.zeros(1, 3, 5, 5), Tensor.zeros(4, 1, 2, 2)))
                .hasMessageContaining("must be multiples of its groups; these are 3 channels, 4 outputs and 3 groups");
        refused(() -> conv(IMAGE, 0, Tensor.zeros(1, 3, 5, 5), Tensor.zeros(4, 1, 2, 2)))
                .hasMessageContaining("and 0 groups");
    }

    @Test
    void weightsMustBeForTheChannelsOfAGroup() {
        refused(() -> conv(IMAGE, 2, Tensor.zeros(1, 4, 5, 5), Tensor.zeros(2, 4, 2, 2)))
                .hasMessageContaining("4 channels in 2 groups needs weights for 2 channels each")
                .hasMessageContaining("[2, 4, 2, 2]");
    }

    @Test
    void aWindowThatDoesNotFitIsRefusedHoweverTheConvolutionIsMade() {
        for (int groups : new int[] {1, 2, 4}) {
            refused(() -> conv(
                            IMAGE.dilation(1, 3).padding(List.of(0, 1), List.of(0, 0)),
                            groups,
                            Tensor.zeros(1, 4, 5, 5),
                            Tensor.zeros(4, 4 / groups, 2, 3)))
                    .hasMessageContaining("a window of 3, dilated by 3, does not fit into 5 with padding 1 and 0");
        }
        refused(() -> conv(Windows.over(3), 1, Tensor.zeros(1, 1, 2, 5, 5), Tensor.zeros(1, 1, 3, 1, 1)))
                .hasMessageContaining("a window of 3, dilated by 1, does not fit into 2");
    }

    @Test
    void aKernelOfNothingIsRefused() {
        refused(() -> conv(IMAGE, 4, Tensor.zeros(1, 4, 5, 5), Tensor.zeros(4, 1, 0, 2)))
                .hasMessageContaining("a window must be at least 1 long");
    }

    @Test
    void aTransposeNeedsWeightsForItsChannels() {
        refused(() -> Convolutions.convTranspose(Tensor.zeros(1, 3, 2, 2), Tensor.zeros(2, 3, 2, 2), IMAGE, 1))
                .hasMessageContaining("needs weights for 3 channels, [C, O/groups, ...]; these are [2, 3, 2, 2]");
    }

    @Test
    void outputPaddingIsLessThanTheStride() {
        Tensor x = Tensor.zeros(1, 1, 2, 2);
        Tensor weights = Tensor.zeros(1, 1, 2, 2);
        refused(() -> Convolutions.convTranspose(x, weights, IMAGE.stride(2), 1, 0, 2))
                .hasMessageContaining("output padding must be from 0 to less than the stride, 2; it is 2");
        refused(() -> Convolutions.convTranspose(x, weights, IMAGE.dilation(3), 1, 1))
                .hasMessageContaining("less than the stride, 1; it is 1");
    }

    @Test
    void outputPaddingIsOneNumberOrOneForEachAxis() {
        Tensor x = Tensor.zeros(1, 1, 2, 2, 2);
        Tensor weights = Tensor.zeros(1, 1, 2, 2, 2);
        Windows windows = Windows.over(3).stride(2);
        assertThat(Convolutions.convTranspose(x, weights, windows, 1, 1).shape())
                .isEqualTo(Convolutions.convTranspose(x, weights, windows, 1, 1, 1, 1)
                        .shape());
        refused(() -> Convolutions.convTranspose(x, weights, windows, 1, 1, 1))
                .hasMessageContaining("needs one size or one for each; these are [1, 1]");
    }

    @Test
    void aTransposeThatIsPaddedAwayIsRefused() {
        refused(() -> Convolutions.convTranspose(
                        Tensor.zeros(1, 1, 1, 1), Tensor.zeros(1, 1, 2, 2), IMAGE.padding(2), 1))
                .hasMessageContaining("a length cannot be negative");
    }

    @Test
    void doubleWeightsMakeADoubleResultThereAndBack() {
        Tensor x = Tensor.ones(1, 2, 3, 3);
        Tensor weights = Tensor.full(DType.DOUBLE, 0.1, 2, 2, 2, 2);
        assertThat(Convolutions.conv(x, weights, IMAGE).dtype()).isEqualTo(DType.DOUBLE);
        assertThat(Convolutions.convTranspose(x, weights, IMAGE, 1).dtype()).isEqualTo(DType.DOUBLE);
        assertThat(Convolutions.convTranspose(x.cast(DType.DOUBLE), weights.cast(DType.FLOAT), IMAGE, 1)
                        .dtype())
                .isEqualTo(DType.DOUBLE);
    }

    @Test
    void aTransposeHasTheLengthThatItsDocumentationSays() {
        Tensor y = Convolutions.convTranspose(
                Tensor.zeros(2, 4, 3, 5),
                Tensor.zeros(4, 3, 3, 2),
                IMAGE.stride(2, 3).dilation(2, 1).padding(List.of(1, 0), List.of(2, 1)),
                2,
                1,
                2);
        assertThat(y.shape()).isEqualTo(Shape.of(2, 6, 4 - 3 + 4 + 1 + 1, 12 - 1 + 1 + 1 + 2));
    }

    private static Tensor conv(Windows windows, int groups, Tensor x, Tensor weights) {
        return Convolutions.conv(x, weights, windows, groups);
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(ShapeException.class);
    }
}
