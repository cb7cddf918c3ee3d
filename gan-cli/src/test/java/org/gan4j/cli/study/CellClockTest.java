package org.gan4j.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellClockTest {
    @TempDir
    private Path folder;

    private long seconds;

    private CellClock clock(int limit) {
        return new CellClock(folder, Optional.of(Duration.ofSeconds(limit)), () -> seconds * 1_000_000_000);
    }

    /** Ends a step at a time. */
    private void step(CellClock clock, long at) {
        seconds = at;
        clock.stepped(new Progress(1, 9, Map.of()));
    }

    @Test
    void theFirstStepAndEvaluationsAreNotCounted() {
        CellClock clock = clock(100);
        step(clock, 50);
        step(clock, 52);
        clock.evaluated(new EvaluatedStep(2, Weights.LATEST, Map.of(), Duration.ofSeconds(30)));
        step(clock, 85);
        assertThat(clock.seconds()).isCloseTo(2 + 3, within(1e-9));
        assertThat(clock.steps()).isEqualTo(2);
        assertThat(clock.isOver()).isFalse();
    }

    @Test
    void trainingIsStoppedOnceWhenTheTimeIsOverAlsoIfItWasResumed() {
        AtomicInteger stops = new AtomicInteger();
        CellClock before = clock(10);
        before.stopping(stops::incrementAndGet);
        step(before, 1);
        step(before, 8);
        before.keep();
        assertThat(stops).hasValue(0);

        CellClock after = clock(10);
        after.stopping(stops::incrementAndGet);
        step(after, 100);
        step(after, 102);
        assertThat(after.isOver()).isFalse();
        step(after, 103);
        step(after, 104);
        assertThat(after.isOver()).isTrue();
        assertThat(after.steps()).isEqualTo(4);
        assertThat(stops).hasValue(1);

        after.keep();
        assertThat(clock(10).isOver()).isTrue();
        assertThat(clock(100).isOver()).isFalse();
    }
}
