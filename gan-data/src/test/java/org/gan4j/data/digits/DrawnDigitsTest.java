package org.gan4j.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.data.Unpaired;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {
    private static final int PIXELS = 64;

    private static Map<String, TensorData> first(Dataset data, int count) {
        return data.read(IntStream.range(0, count).toArray());
    }

    @Test
    void aDigitIsAPureFunctionOfTheSeedAndItsNumber() {
        Dataset data = DrawnDigits.standard().open();
        Map<String, TensorData> three = data.read(7, 4321, 7);
        assertThat(three.get("label").toInts()).containsExactly(7, 1, 7);
        assertThat(DrawnDigits.standard().count(5000).open().read(7, 4321, 7)).isEqualTo(three);
        float[] images = three.get("image").toFloats();
        assertThat(data.read(4321).get("image").toFloats()).isEqualTo(Arrays.copyOfRange(images, PIXELS, 2 * PIXELS));
        assertThat(data.read(7)).isNotEqualTo(data.read(17));
        assertThat(DrawnDigits.standard().seed(2).open().read(7)).isNotEqualTo(data.read(7));
    }

    @Test
    void imagesHaveTheFormOfRealDigits() {
        Dataset data = DrawnDigits.standard().open();
        assertThat(data.fields()).isEqualTo(Digits.embedded().open().fields());
        assertThat(data.classes()).isEqualTo(Digits.CLASSES);
        for (float value : first(data, 100).get("image").toFloats()) {
            assertThat((value + 1) * 8).isBetween(0f, 16f).isEqualTo(Math.round((value + 1) * 8));
        }
        assertThat(DrawnDigits.standard().size(33).open().read(3).get("image").shape())
                .isEqualTo(Shape.of(1, 1, 33, 33));
    }

    /** A vertical line of a quarter's width covers the columns 12 to 19 of 32 dots, the middle two of 8 pixels. */
    @Test
    void aPixelCountsTheDotsThatThePenCovers() {
        Path2D line = new Path2D.Double();
        line.moveTo(0.5, 0.25);
        line.lineTo(0.5, 0.75);
        InkDots dots = new InkDots(8, 0.25);
        dots.draw(line, new AffineTransform());
        float[] image = new float[PIXELS];
        dots.read(image, 0);
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                boolean middle = column == 3 || column == 4;
                double ink = !middle || row == 0 || row == 7 ? 0 : row == 1 || row == 6 ? quarterDisk() : 16;
                assertThat(image[row * 8 + column]).isEqualTo((float) (ink / 8 - 1));
            }
        }
    }

    /** Returns the dots of a pixel whose centers are within 4 dots of its corner: the round end of the line. */
    private static int quarterDisk() {
        int count = 0;
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                count += (x + 0.5) * (x + 0.5) + (y + 0.5) * (y + 0.5) <= 16 ? 1 : 0;
            }
        }
        return count;
    }

    /** legible_digits.py in src/test/oracle counts 1,458 with scikit-learn; guessing would find 200. */
    @Test
    void theNearestMeanOfRealDigitsTellsMostDigits() {
        Dataset real = Digits.embedded().open();
        Map<String, TensorData> train = first(real, real.size());
        double[][] means = new double[10][PIXELS];
        int[] counts = new int[10];
        for (int i = 0; i < real.size(); i++) {
            int label = (int) train.get("label").get(i);
            counts[label]++;
            for (int j = 0; j < PIXELS; j++) {
                means[label][j] += train.get("image").get(i * PIXELS + j);
            }
        }
        Map<String, TensorData> drawn = first(DrawnDigits.standard().open(), 2000);
        int recognized = 0;
        for (int i = 0; i < 2000; i++) {
            double nearest = Double.MAX_VALUE;
            int found = -1;
            for (int label = 0; label < 10; label++) {
                double distance = 0;
                for (int j = 0; j < PIXELS; j++) {
                    double difference = drawn.get("image").get(i * PIXELS + j) - means[label][j] / counts[label];
                    distance += difference * difference;
                }
                if (distance < nearest) {
                    nearest = distance;
                    found = label;
                }
            }
            recognized += found == drawn.get("label").get(i) ? 1 : 0;
        }
        assertThat(recognized).isCloseTo(1458, within(1));
    }

    @Test
    void besideRealDigitsBothKeepTheNamesOfTheirClasses() {
        Dataset both = new Unpaired(Digits.embedded(), DrawnDigits.standard().count(20)).open();
        assertThat(both.partitions()).extracting(Dataset::classes).containsExactly(Digits.CLASSES, Digits.CLASSES);
        assertThat(both.partitions().get(1).read(13).get("other-label").toInts())
                .containsExactly(3);
        assertThat(both.size()).isEqualTo(1257);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnDigits.standard().count(0))
                .withMessage("there must be at least 1 drawn digit, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnDigits.standard().size(3))
                .withMessage("the size of drawn digits must be from 4 to 512 pixels, not 3");
    }
}
