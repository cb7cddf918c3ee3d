package org.gan4j.data.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

@DisabledIf("hasNoFonts")
class LettersTest {
    private static final Letters SERIF = Letters.of("Serif");

    static boolean hasNoFonts() {
        try {
            SERIF.open();
            return false;
        } catch (IllegalArgumentException none) {
            assertThat(none).hasMessageContaining("install one");
            return true;
        }
    }

    private static TensorData images(Letters letters) {
        try (Dataset data = letters.open()) {
            return data.read(IntStream.range(0, data.size()).toArray()).get("image");
        }
    }

    @Test
    void eachCharacterIsAClassOfOneImage() {
        try (Dataset data = SERIF.open()) {
            assertThat(data.size()).isEqualTo(62);
            assertThat(data.classes())
                    .hasSize(62)
                    .startsWith("A", "B")
                    .contains("Z", "a", "z")
                    .endsWith("8", "9");
            assertThat(data.field("image").shape()).isEqualTo(Shape.of(1, 32, 32));
            assertThat(data.read(61, 0).get("label").toInts()).containsExactly(61, 0);
        }
        assertThat(images(SERIF)).isEqualTo(images(SERIF));
    }

    @Test
    void charactersDifferAndAreDarkInTheMiddleOfWhite() {
        TensorData images = images(SERIF.size(24));
        Set<TensorData> distinct = new HashSet<>();
        for (int i = 0; i < 62; i++) {
            distinct.add(images.rows(i, i + 1));
            float[] one = images.rows(i, i + 1).toFloats();
            float darkest = 1;
            for (int at = 0; at < one.length; at++) {
                darkest = Math.min(darkest, one[at]);
                boolean corner = (at < 24 || at >= 23 * 24) && (at % 24 == 0 || at % 24 == 23);
                assertThat(one[at]).isBetween(corner ? 1f : -1f, 1f);
            }
            assertThat(darkest).isLessThan(-0.5f);
        }
        assertThat(distinct).hasSize(62);
    }

    @Test
    void charactersAreCenteredOnOneBaseline() {
        TensorData images = images(SERIF.size(64));
        for (int i = 0; i < 62; i++) {
            int[] box = box(images.rows(i, i + 1).toFloats(), 64);
            assertThat(box[0] + box[1]).as(Letters.CHARACTERS.get(i)).isBetween(61, 65);
        }
        int[] h = box(images.rows('H' - 'A', 'H' - 'A' + 1).toFloats(), 64);
        int[] x = box(images.rows(26 + 'x' - 'a', 26 + 'x' - 'a' + 1).toFloats(), 64);
        int[] p = box(images.rows(26 + 'p' - 'a', 26 + 'p' - 'a' + 1).toFloats(), 64);
        assertThat(x[3]).isEqualTo(h[3]);
        assertThat(x[2]).isGreaterThan(h[2]);
        assertThat(p[3]).isGreaterThan(h[3]);
    }

    /** Returns the first and last column and the first and last row that are not white. */
    private static int[] box(float[] image, int size) {
        int[] box = {size, -1, size, -1};
        for (int at = 0; at < image.length; at++) {
            if (image[at] < 1) {
                box[0] = Math.min(box[0], at % size);
                box[1] = Math.max(box[1], at % size);
                box[2] = Math.min(box[2], at / size);
                box[3] = Math.max(box[3], at / size);
            }
        }
        return box;
    }

    @Test
    void boldLettersAreDarker() {
        assertThat(mean(SERIF.style(Style.BOLD))).isLessThan(mean(SERIF));
    }

    private static double mean(Letters letters) {
        float[] values = images(letters).toFloats();
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void aFontThatIsNotInstalledIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Letters.of("No Such Font").open())
                .withMessageStartingWith("there is no font No Such Font on this machine: choose Serif, SansSerif,"
                        + " Monospaced, or one of the installed ");
    }
}
