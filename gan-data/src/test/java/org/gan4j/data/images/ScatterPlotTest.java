package org.gan4j.data.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class ScatterPlotTest {
    private static final int DATA = 0xFFC0C0C0;
    private static final int SAMPLES = 0xFFD55E00;
    private static final int WHITE = 0xFFFFFFFF;

    private static TensorData points(float... values) {
        return TensorData.of(values, Shape.of(values.length / 2, 2));
    }

    @Test
    void showsSamplesOverDataWithYUpwardsAndOneScale() {
        // from 0 to 10 in x, and 0 to 4 in y: a square of side 12 around (5, 2)
        BufferedImage plot = ScatterPlot.of(points(0, 0, 10, 4), points(10, 4, 5, 7));
        assertThat(plot.getRGB(Math.round(479 / 12f), 479 - Math.round(479 * 4 / 12f)))
                .isEqualTo(DATA);
        assertThat(plot.getRGB(Math.round(479 * 11 / 12f), 479 - Math.round(479 * 8 / 12f)))
                .isEqualTo(SAMPLES);
        assertThat(plot.getRGB(Math.round(479 / 2f), 479 - Math.round(479 * 11 / 12f)))
                .isEqualTo(SAMPLES);
        assertThat(plot.getRGB(240, 240)).isEqualTo(WHITE);
    }

    @Test
    void samplesFarAwayOrWithoutAPlaceAreLeftOut() {
        TensorData data = points(0, 0, 1, 1);
        BufferedImage without = ScatterPlot.of(data, points());
        BufferedImage with =
                ScatterPlot.of(data, points(9, 9, Float.NaN, 0.5f, Float.POSITIVE_INFINITY, 0, -0.2f, 0.5f));
        int[] expected = without.getRGB(0, 0, 480, 480, null, 0, 480);
        assertThat(with.getRGB(0, 0, 480, 480, null, 0, 480)).isEqualTo(expected);
    }

    @Test
    void aSinglePointIsInTheMiddle() {
        BufferedImage plot = ScatterPlot.of(points(3, -7), points());
        assertThat(plot.getRGB(240, 239)).isEqualTo(DATA);
    }

    @Test
    void otherShapesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScatterPlot.of(TensorData.of(new float[6], Shape.of(2, 3)), points(0, 0)))
                .withMessage("a scatter plot shows points [N,2], and the shape of the data is [2, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScatterPlot.of(points(), points()))
                .withMessageContaining("at least one point");
    }
}
