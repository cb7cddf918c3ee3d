package org.gan4j.api.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberPartTest {
    private static final Set<String> NAMES =
            Set.of("share", "share.real", "share.real.error", "class.error", "class.error.error");

    @Test
    void aNumberIsAPartOnlyOfOneThatWasMeasured() {
        assertThat(NAMES)
                .filteredOn(name -> NumberPart.isPart(name, NAMES))
                .containsExactlyInAnyOrder("share.real", "share.real.error", "class.error.error");
        assertThat(NumberPart.REAL.matches("share.real", NAMES)).isTrue();
        assertThat(NumberPart.ERROR.matches("share.real", NAMES)).isFalse();
        assertThat(NumberPart.ERROR.of("share")).isEqualTo("share.error");
    }
}
