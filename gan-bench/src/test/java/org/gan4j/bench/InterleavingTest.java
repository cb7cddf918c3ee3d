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
        Pairs pairs = new Interleaving(3, 100, Duration.ZERO).of(side("A", 5), side("B", 10));

        assertThat(turns).containsExactly("A", "B", "A", "B", "A", "B");
        assertThat(pairs.first()).containsExactly(5, 5, 5);
        assertThat(pairs.second()).containsExactly(10, 10, 10);
    }

    @Test
    void noMorePairsAreTimedThanAskedFor() {
        Pairs pairs = new Interleaving(1, 4, Duration.ofMillis(200)).of(side("A", 1), side("B", 1));

        assertThat(pairs.count()).isEqualTo(4);
        assertThat(turns.size()).as("with the warm-up").isGreaterThan(8);
    }
}
