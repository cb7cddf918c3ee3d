package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterleavingTest {
    private final List<String> turns = new ArrayList<>();

    private Contestant side(String name, long milliseconds) {
        return new Contestant() {
            @Override
            public Step step() {
                turns.add(name);
                return new Step(milliseconds * 1_000_000, Map.of());
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void sidesTakeTurns() {
        Pairs pairs = new Interleaving(Duration.ZERO, 3, 100, Duration.ZERO).of(side("A", 120), side("B", 200));

        assertThat(turns).containsExactly("A", "B", "A", "B", "A", "B");
        assertThat(pairs.first()).containsExactly(120, 120, 120);
        assertThat(pairs.second()).containsExactly(200, 200, 200);
    }

    @Test
    void aTurnOfShortStepsIsManyOfThem() {
        Pairs pairs = new Interleaving(Duration.ZERO, 1, 1, Duration.ZERO).of(side("A", 60), side("B", 120));

        assertThat(turns).containsExactly("A", "A", "B");
        assertThat(pairs.first()).containsExactly(60);
    }

    @Test
    void noMorePairsAreTimedThanTheMaximum() {
        Pairs pairs = new Interleaving(Duration.ZERO, 1, 4, Duration.ofMillis(200)).of(side("A", 120), side("B", 120));

        assertThat(pairs.count()).isEqualTo(4);
        assertThat(turns.size()).as("with the warm-up").isGreaterThan(8);
    }
}
