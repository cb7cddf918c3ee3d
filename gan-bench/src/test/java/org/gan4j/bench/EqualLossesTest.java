package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EqualLossesTest {
    /** Loses 1, 2, 3, ... and a little more each time. */
    private static Contestant losing(double more) {
        return new Contestant() {
            private int steps;

            @Override
            public Step step() {
                steps++;
                return new Step(1, Map.of("loss.critic", steps + steps * more));
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void theLargestDifferenceOfTheFirstStepsIsTold() {
        assertThat(EqualLosses.check(losing(0), losing(1e-4))).isCloseTo(3e-4, within(1e-9));
    }

    @Test
    void aDifferenceIsToldWithItsStep() {
        assertThatThrownBy(() -> EqualLosses.check(losing(0), losing(0.01)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("step 1: loss.critic is 1.0, and the peer's 1.01");
    }

    @Test
    void notANumberIsADifference() {
        assertThatThrownBy(() -> EqualLosses.check(losing(Double.NaN), losing(0)))
                .isInstanceOf(IllegalStateException.class);
    }
}
