package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.training.TrainingListener.Progress;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final StringWriter out = new StringWriter();
    private double now;
    private final ProgressLines progress = new ProgressLines(new PrintWriter(out), () -> Math.round(now * 1e9));

    private List<String> lines(int from, int steps, double secondsPerStep) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss.critic", 1.2344);
        metrics.put("loss.critic.gradient-penalty", 9.0);
        metrics.put("gradient.critic", 9.0);
        metrics.put("loss.generator", -123456.0);
        progress.started(new Progress(from, steps, Map.of()));
        for (int step = from + 1; step <= steps; step++) {
            now += secondsPerStep;
            progress.stepped(new Progress(step, steps, metrics));
        }
        return out.toString().lines().toList();
    }

    @Test
    void showsTotalLossesRateAndTimeLeft() {
        assertThat(lines(0, 3, 5000))
                .containsExactly(
                        "step 1/3  loss.critic 1.234  loss.generator -1.235e+05  0.0 steps/s  left 2:46:40",
                        "step 2/3  loss.critic 1.234  loss.generator -1.235e+05  0.0 steps/s  left 1:23:20",
                        "step 3/3  loss.critic 1.234  loss.generator -1.235e+05  0.0 steps/s  took 4:10:00");
    }

    @Test
    void slowTrainingPrintsALinePerTwentiethOfTheSteps() {
        assertThat(lines(0, 200, 2)).hasSize(1 + 19 + 1);
    }

    @Test
    void fastTrainingPrintsALinePerTenSeconds() {
        assertThat(lines(0, 2000, 0.02)).hasSize(1 + 3 + 1);
    }

    @Test
    void resumedTrainingCountsOnlyItsOwnSteps() {
        assertThat(lines(100, 110, 2))
                .first()
                .asString()
                .startsWith("step 101/110 ")
                .endsWith("0.5 steps/s  left 0:18");
    }
}
