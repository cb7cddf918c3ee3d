package org.gan4j.data.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.data.LevelsOracle;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.Resampling;
import org.gan4j.tensor.functions.ResamplingWeights.Border;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BicubicTest {
    @ParameterizedTest
    @CsvSource({"9,7,3,2", "9,7,20,13", "8,8,8,8", "5,12,10,3", "1,1,3,2", "2,11,1,4"})
    void imagesAreThoseOfTheTensorFunction(int height, int width, int newHeight, int newWidth) {
        float[] values = new float[2 * 3 * height * width];
        new Philox(1, "test", 0).uniforms(0, values, values.length);
        TensorData images = TensorData.of(values, Shape.of(2, 3, height, width));
        for (Border border : Border.values()) {
            TensorData expected = Resampling.bicubic(Tensor.of(images), newHeight, newWidth, border)
                    .evaluate();
            TensorData resized = Bicubic.resized(images, newHeight, newWidth, border);
            assertThat(resized.shape()).isEqualTo(expected.shape());
            assertThat(resized.toFloats()).containsExactly(expected.toFloats(), within(1e-6f));
        }
    }

    @ParameterizedTest
    @CsvSource({"8,6", "34,9"})
    void withItsBorderImagesAreThoseOfPillow(int height, int width) {
        TensorData expected = LevelsOracle.image("bicubic-" + height + "x" + width);
        TensorData resized = Bicubic.resized(LevelsOracle.image("photo"), height, width, Border.DROPPED);
        assertThat(resized.toFloats()).containsExactly(expected.toFloats(), within(2e-6f));
    }

    @Test
    void onlyImagesAreResized() {
        assertThatThrownBy(() -> Bicubic.resized(TensorData.of(new float[4], Shape.of(2, 2)), 1, 1))
                .isInstanceOf(ShapeException.class)
                .hasMessage("resampling needs images [N,C,H,W]; the shape is [2, 2]");
    }
}
