package org.gan4j.api.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.training.EarlyStopping.Best;
import org.gan4j.api.training.EarlyStopping.Better;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    private static final EarlyStopping LOWER = new EarlyStopping("distance", 2, Better.LOWER);
    private static final EarlyStopping HIGHER = new EarlyStopping("precision", 2, Better.HIGHER);

    /** Returns values of the steps 10, 20, ... */
    private static SortedMap<Integer, Double> series(double... values) {
        SortedMap<Integer, Double> series = new TreeMap<>();
        for (double value : values) {
            series.put(10 * (series.size() + 1), value);
        }
        return series;
    }

    @Test
    void theFirstOfEqualValuesIsTheBest() {
        assertThat(LOWER.best(series(3, 1, 2, 1))).contains(new Best(20, 1, 2));
        assertThat(HIGHER.best(series(3, 1, 2, 3, 4))).contains(new Best(50, 4, 0));
        assertThat(LOWER.best(series())).isEmpty();
    }

    @Test
    void trainingIsOverAfterAsManyEvaluationsWithoutImprovementAsThePatience() {
        assertThat(LOWER.isOver(series())).isFalse();
        assertThat(LOWER.isOver(series(3, 1, 2))).isFalse();
        assertThat(LOWER.isOver(series(3, 1, 2, 1))).isTrue();
        assertThat(HIGHER.isOver(series(1, 2, 3, 4))).isFalse();
        assertThat(HIGHER.isOver(series(4, 3, 3))).isTrue();
    }

    @Test
    void whatIsNotANumberIsWorseThanAnyNumber() {
        assertThat(LOWER.best(series(Double.NaN, 5, Double.NaN))).contains(new Best(20, 5, 1));
        assertThat(HIGHER.best(series(Double.NaN, Double.NaN)).orElseThrow().step())
                .isEqualTo(10);
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new EarlyStopping(" ", 1, Better.LOWER)).hasMessageContaining("name a number");
        assertThatThrownBy(() -> new EarlyStopping("psnr", 0, Better.LOWER)).hasMessageContaining("at least 1, not 0");
        assertThatThrownBy(() -> new EarlyStopping("psnr", 1, null)).hasMessageContaining("set better");
    }
}
