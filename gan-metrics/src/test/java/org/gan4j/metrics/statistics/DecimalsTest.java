package org.gan4j.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void whatCannotBeToldFromZeroHasNoSign() {
        assertThat(Decimals.of(-0.0)).isEqualTo("0.0000");
        assertThat(Decimals.of(-0.00004)).isEqualTo("0.0000");
        assertThat(Decimals.of(-0.00006, 0.5)).isEqualTo("-0.0001 ± 0.5000");
        assertThat(Decimals.of(2, null)).isEqualTo("2.0000");
    }
}
