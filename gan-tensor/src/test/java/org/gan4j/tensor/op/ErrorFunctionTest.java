package org.gan4j.tensor.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ErrorFunctionTest {
    private static final double[][] KNOWN = {
        {1e-300, 1.1283791670955125e-300},
        {1e-9, 1.1283791670955127e-09},
        {0.125, 0.1403162048013338},
        {0.5, 0.5204998778130465},
        {1, 0.8427007929497149},
        {2.4, 0.999311486103355},
        {2.5, 0.999593047982555},
        {2.6, 0.9997639655834707},
        {4, 0.9999999845827421},
        {5.9, 1},
        {6.1, 1},
    };

    @Test
    void isExactToFifteenDigitsAndOdd() {
        for (double[] known : KNOWN) {
            assertThat(ErrorFunction.of(known[0])).isCloseTo(known[1], Percentage.withPercentage(2e-13));
            assertThat(ErrorFunction.of(-known[0])).isEqualTo(-ErrorFunction.of(known[0]));
        }
    }

    @Test
    void itsTwoFormulasMeet() {
        assertThat(ErrorFunction.of(Math.nextDown(2.5)))
                .isCloseTo(ErrorFunction.of(2.5), Offset.offset(4 * Math.ulp(1.0)));
    }

    @Test
    void endsAreReachedAndZeroKeepsItsSign() {
        assertThat(ErrorFunction.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(ErrorFunction.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(1 / ErrorFunction.of(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ErrorFunction.of(0)).isZero();
        assertThat(ErrorFunction.of(Double.NaN)).isNaN();
    }
}
