package org.gan4j.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
    @Test
    void wordsAreFoundByNameOrNumber() {
        ClassNames words = new ClassNames(List.of("Bag", "Sneaker", "Coat"));
        assertThat(words.index("Sneaker")).isEqualTo(1);
        assertThat(words.index("sneaker")).isEqualTo(1);
        assertThat(words.index("2")).isEqualTo(2);
        refused(words, "3", "there is no class 3; use one of Bag, Sneaker, Coat, or an index from 0 to 2");
        refused(words, "-1", "there is no class -1");
        refused(words, "sneeker", "did you mean Sneaker?");
    }

    @Test
    void aNumberIsANameIfClassesAreCalledByNumbers() {
        ClassNames numbers = new ClassNames(List.of("3", "7", "100"));
        assertThat(numbers.index("3")).isZero();
        assertThat(numbers.index("100")).isEqualTo(2);
        refused(numbers, "1", "there is no class 1");
        refused(numbers, "5000", "there is no class 5000; use one of 3, 7, 100");
        refused(numbers, "03", "there is no class 03");
        assertThat(new ClassNames(List.of("1", "2", "0")).index("0")).isEqualTo(2);
        refused(new ClassNames(List.of("other", "7")), "0", "there is no class 0");
    }

    @Test
    void aNameThatIsItsOwnNumberTakesNoNumberAway() {
        ClassNames mixed = new ClassNames(List.of("Trouser", "Ankle boot", "2"));
        assertThat(mixed.index("1")).isEqualTo(1);
        assertThat(mixed.index("2")).isEqualTo(2);
    }

    @Test
    void namesThatDifferInTheirCaseAreToldApart() {
        ClassNames cases = new ClassNames(List.of("a", "A", "b"));
        assertThat(cases.index("a")).isZero();
        assertThat(cases.index("A")).isEqualTo(1);
        assertThat(cases.index("B")).isEqualTo(2);
        refused(new ClassNames(List.of("Dog", "dog")), "DOG", "could be the class Dog or dog");
    }

    private static void refused(ClassNames names, String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> names.index(text)).withMessageContaining(message);
    }
}
