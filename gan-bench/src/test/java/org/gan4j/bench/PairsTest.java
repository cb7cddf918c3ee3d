package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairsTest {
    @Test
    void theRatioIsTheMedianOfPairsNotTheRatioOfMedians() {
        Pairs pairs = new Pairs(new double[] {1, 20, 3}, new double[] {2, 10, 4});

        assertThat(pairs.medianFirst()).isEqualTo(3);
        assertThat(pairs.medianSecond()).isEqualTo(4);
        assertThat(pairs.ratio()).isEqualTo(0.75); // of 0.5, 2 and 0.75
    }

    @Test
    void aDisturbanceOfBothSidesOfAPairKeepsTheRatio() {
        Pairs quiet = new Pairs(new double[] {1, 1, 1}, new double[] {2, 2, 2});
        Pairs disturbed = new Pairs(new double[] {1, 9, 1}, new double[] {2, 18, 2});

        assertThat(disturbed.ratio()).isEqualTo(quiet.ratio());
    }

    @Test
    void timeTakenFromTheSecondSideRaisesTheRatio() {
        Pairs pairs = new Pairs(new double[] {6}, new double[] {10});

        assertThat(pairs.ratio(-4)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Pairs.median(4, 1, 3, 100)).isEqualTo(3.5);
    }

    @Test
    void bothSidesNeedEquallyManyTimes() {
        assertThatThrownBy(() -> new Pairs(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 and 2");
    }
}
