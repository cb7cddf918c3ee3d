package org.gan4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.gan4j.api.plugin.GanPlugin;
import org.junit.jupiter.api.Test;

class MiniLmTest {
    private final MiniLm encoder = new MiniLm();

    private float[] one(String text) {
        return encoder.encode(List.of(text))[0];
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /** Takes the cosines from the page of the model all-MiniLM-L6-v2; rounding to 8 bits changes the second decimal. */
    @Test
    void similarTextsHaveSimilarVectors() {
        float[] happy = one("That is a happy person");
        assertThat(dot(happy, one("That is a happy dog"))).isCloseTo(0.695, within(0.05));
        assertThat(dot(happy, one("That is a very happy person"))).isCloseTo(0.943, within(0.05));
        assertThat(dot(happy, one("Today is a sunny day"))).isCloseTo(0.257, within(0.05));
    }

    @Test
    void everyVectorHasLengthOne() {
        for (String text : List.of("heart", "красное сердце", "❤️", "red heart ".repeat(1000))) {
            float[] vector = one(text);
            assertThat(vector).hasSize(encoder.size());
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aVectorDoesNotDependOnTheOtherTexts() {
        assertThat(encoder.encode(List.of("a dog", "a red heart", "x y z"))[1]).containsExactly(one("a red heart"));
    }

    @Test
    void emptyTextsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.encode(List.of(" ")))
                .withMessageContaining("it is empty");
    }

    @Test
    void itIsFoundByName() {
        assertThat(ServiceLoader.load(GanPlugin.class))
                .flatExtracting(GanPlugin::textEncoders)
                .contains(encoder);
    }
}
