package org.gan4j.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the ends; those of ordinary numbers are in {@link org.gan4j.metrics.privacy.PrivacyMeasuresTest}. */
class RankComparisonTest {
    @Test
    void equalNumbersAreNeitherLargerNorSmaller() {
        RankComparison equal = RankComparison.of(new double[] {2, 2, 2}, new double[] {2, 2});
        assertThat(equal).isEqualTo(new RankComparison(0.5, 0, 0));
    }

    @Test
    void separateGroupsHaveAnAreaOfOneOrZero() {
        double[] few = {1, 2};
        double[] more = {3, 4, 5};
        assertThat(RankComparison.of(more, few).auc()).isEqualTo(1);
        assertThat(RankComparison.of(few, more).auc()).isZero();
        assertThat(RankComparison.of(few, more).z())
                .isEqualTo(-RankComparison.of(more, few).z());
    }

    @Test
    void largeGroupsAreCompared() {
        int count = 50_000;
        double[] odd = IntStream.range(0, count).mapToDouble(i -> 2 * i + 1).toArray();
        double[] even = IntStream.range(0, count).mapToDouble(i -> 2 * i).toArray();
        // odd number i is larger than i + 1 even ones: U = n (n + 1) / 2
        assertThat(RankComparison.of(odd, even).auc()).isEqualTo((count + 1.0) / (2.0 * count));
        double[] above =
                IntStream.range(0, count).mapToDouble(i -> count * 2 + i).toArray();
        assertThat(RankComparison.of(above, even).auc()).isEqualTo(1);
    }

    @Test
    void theIntervalOfSingleNumbersIsUnknown() {
        RankComparison single = RankComparison.of(new double[] {2}, new double[] {1});
        assertThat(single.auc()).isEqualTo(1);
        assertThat(single.low()).isZero();
        assertThat(single.high()).isEqualTo(1);
    }

    @Test
    void nothingAndNoNumbersAreRefused() {
        assertThatThrownBy(() -> RankComparison.of(new double[0], new double[] {1}))
                .hasMessage("two groups of numbers are compared, and one has none: pass at least one");
        assertThatThrownBy(() -> RankComparison.of(new double[] {1}, new double[] {Double.NaN}))
                .hasMessage("a number to be ranked is NaN: leave it out, or find out why");
    }
}
