package org.gan4j.data.letters;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What does not need a font. */
class LettersSettingsTest {
    @Test
    void settingsOutOfRangeAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Letters.of("Serif").size(7))
                .withMessage("the size of letters must be from 8 to 1024, not 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Letters.of(" "))
                .withMessage("letters need a font, such as Serif, and a style, such as PLAIN");
    }
}
