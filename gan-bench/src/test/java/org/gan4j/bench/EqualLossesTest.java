package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EqualLossesTest {
    /** Returns a contestant with the losses 1, 2, 3, ..., each larger by the factor 1 + more. */
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
    void theLargestDifferenceOfTheFirstStepsIsReturned() {
        assertThat(EqualLosses.check(losing(0), losing(1e-4))).isCloseTo(3e-4, within(1e-9));
    }

    @Test
    void aDifferenceIsReportedWithItsStep() {
        assertThatThrownBy(() -> EqualLosses.check(losing(0), losing(0.01)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the losses differ in step 1: loss.critic is 1.0 in Gan4J and 1.01 in the peer");
    }

    @Test
    void notANumberIsADifference() {
        assertThatThrownBy(() -> EqualLosses.check(losing(Double.NaN), losing(0)))
                .isInstanceOf(IllegalStateException.class);
    }
}
