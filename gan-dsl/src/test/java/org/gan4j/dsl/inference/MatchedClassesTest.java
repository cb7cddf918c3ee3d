package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchedClassesTest {
    @Test
    void namesAreMatchedExactlyThenWithoutCase() {
        assertThat(MatchedClasses.of(List.of("a", "A", "b"), List.of("B", "A", "a"))
                        .indices())
                .containsExactly(2, 1, 0);
    }

    @Test
    void numbersAreNamesIfTheLearnedClassesAreCalledByNumbers() {
        List<String> learned = List.of("3", "7", "100");
        assertThat(MatchedClasses.of(learned, List.of("7", "100")).indices()).containsExactly(1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatchedClasses.of(learned, List.of("0", "1", "2")))
                .withMessageContaining("the data have a class 0, which this GAN has not learned");
    }

    @Test
    void numbersArePlacesOfClassesWithNames() {
        assertThat(MatchedClasses.of(List.of("Bag", "Coat", "Shirt"), List.of("0", "2"))
                        .indices())
                .containsExactly(0, 2);
    }
}
