package org.gan4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.gan4j.report.Curves.Bucket;
import org.junit.jupiter.api.Test;

class CurveRecorderTest {
    private static Curves of(int steps) {
        CurveRecorder recorder = new CurveRecorder();
        for (int step = 1; step <= steps; step++) {
            recorder.add(step, Map.of("loss", (double) step));
        }
        return recorder.curves();
    }

    @Test
    void fewStepsAreKeptAsTheyAre() {
        Curves curves = of(3);
        assertThat(curves.width()).isOne();
        assertThat(curves.ends()).containsExactly(1, 2, 3);
        assertThat(curves.metrics().get("loss")).extracting(Bucket::mean).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void manyStepsShareBucketsOfAPowerOfTwo() {
        Curves curves = of(200_000);
        assertThat(curves.width()).isEqualTo(128);
        assertThat(curves.ends()).hasSize(1563).startsWith(128, 256).endsWith(200_000);
        Bucket second = curves.metrics().get("loss").get(1);
        assertThat(second).isEqualTo(new Bucket(128, (129 + 256) / 2.0, 129, 256));
    }

    @Test
    void theMeanWeighsEveryStepAlike() {
        Curves curves = of(100_001);
        double sum = curves.metrics().get("loss").stream()
                .mapToDouble(bucket -> bucket.count() * bucket.mean())
                .sum();
        assertThat(sum / 100_001).isCloseTo(50_001, within(1e-6));
    }

    @Test
    void aSpikeStaysVisible() {
        CurveRecorder recorder = new CurveRecorder();
        for (int step = 1; step <= 100_000; step++) {
            recorder.add(step, Map.of("loss", step == 70_001 ? 1e6 : 0.0));
        }
        assertThat(recorder.curves().metrics().get("loss"))
                .filteredOn(bucket -> bucket.high() == 1e6)
                .hasSize(1);
    }

    @Test
    void aMetricMayBeginLateAndMissValues() {
        CurveRecorder recorder = new CurveRecorder();
        recorder.add(1, Map.of("loss", 1.0));
        recorder.add(2, Map.of("loss", Double.NaN, "late", 2.0));
        Curves curves = recorder.curves();
        assertThat(curves.metrics().get("loss")).extracting(Bucket::count).containsExactly(1, 0);
        assertThat(curves.metrics().get("late")).extracting(Bucket::count).containsExactly(0, 1);
    }

    @Test
    void bucketsCanBeJoined() {
        assertThat(of(100).inBucketsOf(64).ends()).containsExactly(64, 100);
        assertThat(of(5000).inBucketsOf(8)).isEqualTo(of(5000).inBucketsOf(4).inBucketsOf(8));
        assertThatThrownBy(() -> of(5000).inBucketsOf(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
