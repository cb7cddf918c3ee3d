package org.gan4j.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BagOfWordsTest {
    private static final int LONG = 10_000;
    private final BagOfWords small = new BagOfWords(16);
    private final BagOfWords standard = BagOfWords.standard();

    private static float[] one(TextEncoder encoder, String text) {
        return encoder.encode(List.of(text))[0];
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Compares with the numbers of make_bag_of_words.py. */
    @Test
    void vectorsAreThoseOfTheDefinition() {
        assertThat(Arrays.copyOf(one(small, "a red heart"), 6))
                .containsExactly(
                        new float[] {-0.092161f, 0.198452f, -0.081355f, -0.406982f, 0.062527f, -0.186406f},
                        within(1e-6f));
        assertThat(Arrays.copyOf(one(small, "赤いハート"), 6))
                .containsExactly(
                        new float[] {0.132133f, 0.235976f, 0.046864f, 0.063052f, 0.373285f, 0.229473f}, within(1e-6f));
        assertThat(Arrays.copyOf(one(small, "heart, heart, HEART!"), 6))
                .containsExactly(
                        new float[] {-0.151835f, -0.015798f, -0.217846f, -0.323552f, -0.020567f, 0.224134f},
                        within(1e-6f));
    }

    @Test
    void everyVectorHasLengthOne() {
        for (String text : List.of("heart", "a red heart with an arrow", "красное сердце", "❤️")) {
            float[] vector = one(standard, text);
            assertThat(vector).hasSize(256);
            assertThat(dot(vector, vector)).as(text).isCloseTo(1, within(1e-5));
        }
    }

    /** Two words of three are equal: the cosine is about 2/3, with a deviation of about 1/√256. */
    @Test
    void textsAreAsSimilarAsTheyShareWords() {
        float[] face = one(standard, "smiling red face");
        assertThat(dot(face, one(standard, "frowning red face"))).isCloseTo(2 / 3.0, within(0.2));
        assertThat(dot(face, one(standard, "green apple"))).isCloseTo(0, within(0.2));
    }

    @Test
    void theOrderOfWordsCaseAndStopWordsDoNotMatter() {
        float[] vector = one(standard, "a red heart");
        assertThat(one(standard, "HEART, Red")).containsExactly(vector, within(1e-6f));
        assertThat(one(standard, "the heart of a red")).containsExactly(vector, within(1e-6f));
    }

    @Test
    void charactersOfOneMeaningAreOne() {
        assertThat(one(small, "ｒｅｄ café")).containsExactly(one(small, "red cafe\u0301"), within(1e-6f));
    }

    @Test
    void symbolsAreWordsAndPunctuationIsNot() {
        assertThat(one(small, "❤+3%!")).containsExactly(one(small, "+ 3, ❤ %"), within(1e-6f));
        assertThat(dot(one(standard, "+"), one(standard, "*"))).isCloseTo(0, within(0.2));
        assertThat(one(small, "Bob's dog-house")).containsExactly(one(small, "bob dog house"), within(1e-6f));
    }

    @Test
    void longTextsAreEncodedLikeShortOnes() {
        float[] vector = one(standard, "red ".repeat(LONG / 4));
        assertThat(vector).containsExactly(one(standard, "red"), within(1e-5f));
        assertThat(one(standard, "x".repeat(LONG))).doesNotContain(Float.NaN);
    }

    @Test
    void textsWithoutWordsAreRefused() {
        assertThat(standard.problem("a red heart")).isEmpty();
        assertThat(standard.problem(" \n")).contains("it is empty");
        assertThat(standard.problem("the of, a!"))
                .contains("it has no words but those that are left out, such as \"the\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.encode(List.of("a red heart", "")))
                .withMessage("the text \"\" cannot be encoded, because it is empty: describe what it should show");
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BagOfWords(8))
                .withMessageContaining("at least 16, not 8");
    }
}
