package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClosenessTest {
    private final Closeness closeness = new Closeness(1e-3);

    @Test
    void elementsMayDifferByAPartOfTheLargest() {
        assertThat(closeness.difference("y", Points.of(1000, 0.9), Points.of(1000, 0.0)))
                .isEmpty();
        assertThat(closeness.difference("y", Points.of(1000, 1.1), Points.of(1000, 0.0)))
                .hasValueSatisfying(
                        message -> assertThat(message).contains("y, element 1 of [2]: expected 0.0, found 1.1"));
    }

    @Test
    void notANumberAndInfinitiesMustBeWhereTheyAreExpected() {
        assertThat(closeness.difference("y", Points.of(Double.NaN, 1), Points.of(Double.NaN, 1)))
                .isEmpty();
        assertThat(closeness.difference("y", Points.of(Double.NaN, 1), Points.of(1.0, 1)))
                .isPresent();
        assertThat(closeness.difference("y", Points.of(1.0, 1), Points.of(1, Double.NaN)))
                .isPresent();
        assertThat(closeness.difference(
                        "y", Points.of(Double.POSITIVE_INFINITY, 1), Points.of(Double.NEGATIVE_INFINITY, 1)))
                .isPresent();
    }

    @Test
    void integersMustBeEqual() {
        assertThat(closeness.difference("y", Points.of(100_000, 1), Points.of(100_000, 1)))
                .isEmpty();
        assertThat(closeness.difference("y", Points.of(100_000, 2), Points.of(100_000, 1)))
                .isPresent();
    }

    @Test
    void shapesMustBeEqual() {
        assertThat(closeness.difference("y", Points.of(1, 2), Points.of(1, 2, 3)))
                .hasValue("y: expected shape [3], found [2]");
    }
}
