package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.training.TrainingHistory;
import org.gan4j.api.training.TrainingListener.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryRecorderTest {
    private static TrainingHistory recorded(IntStream steps) {
        HistoryRecorder recorder = new HistoryRecorder();
        steps.forEach(step -> recorder.stepped(new Progress(step, 20_000, Map.of("loss.critic", step / 10.0))));
        return recorder.history();
    }

    private static List<Integer> numbers(TrainingHistory history) {
        return history.steps().stream().map(TrainingHistory.Step::number).toList();
    }

    @Test
    void aShortTrainingIsKeptWhole() {
        TrainingHistory history = recorded(IntStream.rangeClosed(1, 5));
        assertThat(numbers(history)).containsExactly(1, 2, 3, 4, 5);
        assertThat(history.of("loss.critic")).containsEntry(3, 0.3).hasSize(5);
        assertThat(history.of("loss.generator")).isEmpty();
        assertThat(history).hasToString("5 steps from 1 to 5: loss.critic");
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1000, 1001, 2000, 19_999, 20_000, 20_001})
    void aLongTrainingIsThinnedEvenlyAndKeepsItsLastStep(int steps) {
        List<Integer> kept = numbers(recorded(IntStream.rangeClosed(1, steps)));
        assertThat(kept).hasSizeBetween(500, 1000).endsWith(steps);
        int period = kept.get(1) - kept.get(0);
        assertThat(kept.subList(0, kept.size() - 1))
                .isEqualTo(IntStream.range(1, kept.size())
                        .mapToObj(i -> i * period)
                        .toList());
    }

    @Test
    void aTrainingThatIsContinuedKeepsStepsOfTheSamePeriod() {
        assertThat(numbers(recorded(IntStream.rangeClosed(501, 510))))
                .startsWith(501)
                .endsWith(510)
                .hasSize(10);
        assertThat(numbers(recorded(IntStream.rangeClosed(5001, 8000))))
                .startsWith(5004, 5008)
                .endsWith(7996, 8000)
                .hasSize(750);
    }

    @Test
    void stepsThatTrainingWentBackBeforeAreForgotten() {
        IntStream back = IntStream.concat(IntStream.rangeClosed(1, 6), IntStream.rangeClosed(3, 4));
        assertThat(numbers(recorded(back))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void withoutStepsItIsEmpty() {
        assertThat(new HistoryRecorder().history())
                .isEqualTo(TrainingHistory.none())
                .hasToString("no steps");
    }
}
