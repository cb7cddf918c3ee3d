package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.bench.cases.Cases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs libtorch; run with {@code -Pbench}. */
@Tag("peer")
class PeerTest {
    static List<String> cases() {
        return Cases.all().stream().map(Case::name).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothSidesComputeTheSameLosses(String name) {
        Case measured = Cases.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (Comparison comparison = new Comparison(measured)) {
            assertThat(comparison.checkLosses()).isLessThan(1e-3);
        }
    }
}
