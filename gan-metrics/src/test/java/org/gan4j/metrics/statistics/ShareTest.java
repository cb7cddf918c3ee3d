package org.gan4j.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import org.gan4j.metrics.privacy.PrivacyOracle;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void intervalsAreThoseOfWilsonsTables() {
        // Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, method 3
        interval(81, 263, 0.2553, 0.3662);
        interval(15, 148, 0.0624, 0.1605);
        interval(0, 20, 0, 0.1611);
        interval(1, 29, 0.0061, 0.1718);
    }

    private static void interval(int count, int all, double low, double high) {
        Share share = new Share(count, all);
        assertThat(share.low()).isCloseTo(low, offset(5e-5));
        assertThat(share.high()).isCloseTo(high, offset(5e-5));
    }

    @Test
    void theErrorOfManyIsTheBinomialOneAndNeverZero() {
        assertThat(new Share(30_000, 100_000).error()).isCloseTo(Math.sqrt(0.21 / 100_000), offset(1e-7));
        assertThat(new Share(20, 20).error()).isCloseTo(0.1611 / 2 / 1.96, offset(1e-4));
    }

    @Test
    void theIntervalIsWilsonsFormula() {
        for (JsonNode line : PrivacyOracle.read().json().get("wilson")) {
            Share share = new Share(line.get(0).asDouble(), line.get(1).asInt());
            assertThat(share.low()).isCloseTo(line.get(2).asDouble(), offset(1e-12));
            assertThat(share.high()).isCloseTo(line.get(3).asDouble(), offset(1e-12));
        }
    }

    @Test
    void isShownInPercentWithItsInterval() {
        assertThat(new Share(520, 1000)).hasToString("52.0 % (48.9 to 55.1)");
        assertThat(new Share(0, 5)).hasToString("0.0 % (0.0 to 43.4)");
        assertThat(new Share(0.5, 1).value()).isEqualTo(0.5);
    }

    @Test
    void sharesOfNothingAreRefused() {
        assertThatThrownBy(() -> new Share(Double.NaN, 2)).hasMessageStartingWith("there is no share of NaN among 2");
        assertThatThrownBy(() -> new Share(2.5, 2)).hasMessageStartingWith("there is no share of 2.5 among 2");
        assertThatThrownBy(() -> new Share(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no share of 0 among 0: count at least 0 and at most all, and there must be one or"
                        + " more");
    }
}
