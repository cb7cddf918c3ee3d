package org.gan4j.tables.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gan4j.data.tables.CsvRows;
import org.gan4j.tables.GivenRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassBalanceTest {
    private static final Map<String, Integer> COUNTS = Map.of("rare", 3, "common", 100, "medium", 45);

    /** The largest class has 100, so rare classes get 100 times the share. */
    @ParameterizedTest
    @CsvSource({"1, 0, 55, 97", "0.5, 0, 5, 47", "0.45, 0, 0, 42", "0.1, 0, 0, 7", "0.034, 0, 0, 0", "0.036, 0, 0, 1"})
    void eachClassGetsWhatItLacksToTheShareOfTheLargest(double share, int common, int medium, int rare) {
        ClassBalance balance = new ClassBalance(COUNTS, share);
        assertThat(List.copyOf(balance.added().entrySet()))
                .containsExactly(Map.entry("common", common), Map.entry("medium", medium), Map.entry("rare", rare));
        assertThat(balance.total()).isEqualTo(medium + rare);
        assertThat(balance.rarest()).isEqualTo("rare");
    }

    @Test
    void classesOfATableAreCounted() {
        ClassBalance churn = ClassBalance.of(CsvRows.churn(), "churn", 0.5);
        assertThat(churn.counts()).containsExactly(Map.entry("no", 4293), Map.entry("yes", 707));
        assertThat(churn).hasToString("  no: 4,293, none added\n  yes: 707, and 1,440 added");
    }

    @Test
    void rowsWithoutAClassAreNotCounted() {
        GivenRows rows = new GivenRows(
                List.of("kind"), List.of(List.of("a"), List.of(""), List.of("b"), List.of("a"), List.of("")));
        assertThat(ClassBalance.of(rows, "kind", 1).added()).containsExactly(Map.entry("a", 0), Map.entry("b", 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void sharesOutOfRangeAreRefused(double share) {
        assertThatThrownBy(() -> new ClassBalance(COUNTS, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the share of the largest class must be above 0 and at most 1, not " + share
                        + "; 1 makes all equal");
    }

    @Test
    void whatHoldsNoClassesIsRefused() {
        assertThatThrownBy(() -> ClassBalance.of(CsvRows.churn(), "chur", 1))
                .hasMessage("the table has no column chur; did you mean churn?");
        assertThatThrownBy(() -> ClassBalance.of(CsvRows.churn(), "total_day_calls", 1))
                .hasMessage(
                        "the column total_day_calls holds no classes, but whole numbers from 0 to 165; name a column of"
                                + " categories, or of yes and no");
        assertThatThrownBy(() -> new ClassBalance(Map.of("a", 4), 1))
                .hasMessage(
                        "there is one class alone, [a], and rare classes need another that is larger; pass samples of two"
                                + " classes or more");
        assertThatThrownBy(() -> new ClassBalance(Map.of("a", 4, "b", 0), 1))
                .hasMessage("the class b has 0 samples; leave it out, or give it at least one");
    }
}
