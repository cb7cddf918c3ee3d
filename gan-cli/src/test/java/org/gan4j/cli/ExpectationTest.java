package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.training.TrainingListener.Progress;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.ExperimentDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationTest {
    private final List<String> said = new ArrayList<>();
    private long now;

    /** Runs steps, each of which takes as many seconds as the last list has for its phase. */
    private void run(PhaseSchedule phases, int from, int steps, double... seconds) {
        Expectation expectation = new Expectation(said::add, () -> now, () -> OptionalLong.of(1_812_345_678L));
        expectation.of(phases);
        for (int step = from; step < steps; step++) {
            int phase = phases.phases().indexOf(phases.at(step));
            now += (long) (1e9 * (step - from < 2 ? 100 : seconds[phase])); // the first ones are slow
            expectation.stepped(new Progress(step + 1, steps, Map.of()));
        }
    }

    @Test
    void tenStepsTellTheTimeOfTheRest() {
        try (Gan gan = Ran.tiny().build()) {
            run(gan.plan().phaseSchedule(), 0, 4510, 0.56);
            assertThat(said)
                    .containsExactly("expected   about 42 minutes more for the 4,510 steps; memory until now 1.8 GB");
            run(gan.plan().phaseSchedule(), 4300, 4510, 0.056);
            assertThat(said.get(1)).startsWith("expected   about 11 seconds more");
            run(gan.plan().phaseSchedule(), 0, 19, 1);
            assertThat(said).as("short trainings say nothing").hasSize(2);
        }
    }

    @Test
    void aWrongExpectationIsCorrectedOnce() {
        try (Gan gan = Ran.tiny().build()) {
            Expectation expectation = new Expectation(said::add, () -> now, OptionalLong::empty);
            expectation.of(gan.plan().phaseSchedule());
            for (int step = 1; step <= 1100; step++) {
                now += step <= 10 ? 1_000_000_000L : 100_000_000L;
                expectation.stepped(new Progress(step, 1100, Map.of()));
            }
            assertThat(said)
                    .containsExactly(
                            "expected   about 18 minutes more for the 1,100 steps",
                            "expected   about 2 minutes more for the 1,100 steps");
        }
    }

    @Test
    void eachPhaseIsMeasuredAlone(@TempDir Path folder) throws IOException {
        Path file = TwoPhases.write(folder);
        try (Gan gan = Gan.of(ExperimentDraft.of(file).read().spec().phases(Map.of("pixel", 30)))) {
            run(gan.plan().phaseSchedule(), 0, 430, 1, 30);
            assertThat(said)
                    .containsExactly(
                            "expected   about 20 seconds more for the 30 steps of pixel, phase 1 of 2, and the others"
                                    + " may cost more or less; memory until now 1.8 GB",
                            "expected   about 3.3 hours more for the 400 steps of adversarial, phase 2 of 2; memory"
                                    + " until now 1.8 GB");
        }
        assertThat(gan("explain", file, "--steps", 1).out())
                .containsPattern("pixel: about \\d+ seconds? for 6 steps, .*; \\d+ MB for values and variables\n"
                        + "adversarial: about .* for 18 steps, .*\nall phases: about .* for 24 steps\n");
    }

    @Test
    void aTrainingSaysWhatToExpect(@TempDir Path folder) {
        Ran ran = gan("train", "tiny", "--steps", 20, "--out", folder.resolve("run"));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).containsPattern("\nexpected   about \\d+ seconds? more for the 20 steps");
    }

    @Test
    void durationsAndSizesAreWordsOfPeople() {
        assertThat(Expectation.time(0.2)).isEqualTo("0 seconds");
        assertThat(Expectation.time(1)).isEqualTo("1 second");
        assertThat(Expectation.time(89)).isEqualTo("89 seconds");
        assertThat(Expectation.time(95)).isEqualTo("2 minutes");
        assertThat(Expectation.time(5500)).isEqualTo("1.5 hours");
        assertThat(Expectation.size(12_300_000)).isEqualTo("12 MB");
        assertThat(ProcessMemory.peak().orElse(1)).isPositive();
    }
}
