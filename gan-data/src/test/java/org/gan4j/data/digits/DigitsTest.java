package org.gan4j.data.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Split;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

/** The expected numbers are printed by scripts/data/make-digits, from scikit-learn. */
class DigitsTest {
    private static int[] all(Dataset data) {
        return IntStream.range(0, data.size()).toArray();
    }

    private static int[] perClass(Dataset data) {
        int[] counts = new int[10];
        for (int label : data.read(all(data)).get("label").toInts()) {
            counts[label]++;
        }
        return counts;
    }

    /** Returns the ink of all pixels, each from 0 to 16. */
    private static long ink(TensorData images) {
        double sum = 0;
        for (double value : images.toDoubles()) {
            sum += (value + 1) * 8;
        }
        return Math.round(sum);
    }

    @Test
    void pixelsAndLabelsAreThoseOfScikitLearn() {
        Dataset data = new Digits(Split.ALL).open();
        assertThat(data.size()).isEqualTo(1797);
        assertThat(data.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(data.fields())
                .containsExactly(
                        new Field("image", DType.FLOAT, Shape.of(1, 8, 8)),
                        new Field("label", DType.INT, Shape.scalar()));
        int[] samples = {0, 1, 1256, 1257, 1796};
        Map<String, TensorData> batch = data.read(samples);
        assertThat(batch.get("label").toInts()).containsExactly(0, 1, 1, 4, 8);
        int[] sums = {294, 313, 269, 327, 392};
        int[] levels = {0, 16, 10, 2, 16};
        for (int i = 0; i < samples.length; i++) {
            assertThat(ink(data.read(samples[i]).get("image"))).isEqualTo(sums[i]);
            assertThat(batch.get("image").get(i * 64 + 3 * 8 + 4)).isEqualTo(levels[i] / 8.0 - 1);
        }
    }

    @Test
    void theTestSplitFollowsTheTrainingSplit() {
        Dataset train = Digits.embedded().open();
        Dataset test = new Digits(Split.TEST).open();
        assertThat(perClass(train)).containsExactly(125, 129, 124, 130, 124, 126, 127, 125, 122, 125);
        assertThat(perClass(test)).containsExactly(53, 53, 53, 53, 57, 56, 54, 54, 52, 55);
        assertThat(ink(train.read(all(train)).get("image"))).isEqualTo(393_663);
        assertThat(ink(test.read(all(test)).get("image"))).isEqualTo(168_055);
        assertThat(test.read(0)).isEqualTo(new Digits(Split.ALL).open().read(1257));
    }

    @Test
    void withoutASplitTheDataAreThoseForTraining() {
        assertThat(new Digits(null)).isEqualTo(Digits.embedded());
    }
}
