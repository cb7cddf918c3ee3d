package org.gan4j.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;
import org.junit.jupiter.api.Test;

/** Failures that are written down as formulas of the step. */
class MetricsDetectorsTest {
    private final Map<String, IntToDoubleFunction> metrics = new LinkedHashMap<>();

    MetricsDetectorsTest() {
        metrics.put("loss.critic", step -> 1.3);
        metrics.put("gradient.critic", step -> 1);
        metrics.put("loss.generator", step -> 0.7);
        metrics.put("gradient.generator", step -> 2);
    }

    private List<DiagnosisEvent> after(int steps) {
        Diagnoser diagnoser = Diagnoser.standard();
        List<DiagnosisEvent> events = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            int step = i;
            Map<String, Double> values = new LinkedHashMap<>();
            metrics.forEach((name, formula) -> values.put(name, formula.applyAsDouble(step)));
            events.addAll(diagnoser.stepped(step, "training", values));
        }
        return events;
    }

    private List<String> found(int steps) {
        return after(steps).stream()
                .map(event -> event.kind() + " " + event.player() + " " + event.step()
                        + (event.diagnosis().isPresent() ? "" : " over"))
                .toList();
    }

    @Test
    void steadyMetricsAreHealthy() {
        assertThat(found(1000)).isEmpty();
    }

    @Test
    void aPerfectCriticIsSaturated() {
        metrics.put("loss.critic", step -> step < 100 ? 1.3 : 1e-4);
        assertThat(found(200)).containsExactly("SATURATED_CRITIC critic 130");
        assertThat(after(200).get(0).diagnosis().orElseThrow().toString())
                .isEqualTo("step 130: saturated critic of the critic: in the last 50 steps its loss has a median of"
                        + " 0.00010, and the gradient of the generator is 1.0 times its largest; lower the critic's"
                        + " learning rate, or add instance noise or R1; see"
                        + " docs/choosing-a-loss.md#a-critic-that-is-too-strong");
    }

    @Test
    void aGoodCriticIsSaturatedIfTheGeneratorsGradientVanishes() {
        metrics.put("loss.critic", step -> step < 100 ? 1.3 : 0.01);
        assertThat(found(200)).isEmpty();
        metrics.put("gradient.generator", step -> step < 100 ? 2 : 1e-4);
        assertThat(found(200)).containsExactly("SATURATED_CRITIC critic 130");
    }

    @Test
    void penaltiesDoNotHideASaturatedCritic() {
        metrics.put("loss.critic", step -> 0.5);
        metrics.put("loss.critic.adversarial", step -> 1e-5);
        metrics.put("loss.critic.r1", step -> 0.5);
        assertThat(found(60)).containsExactly("SATURATED_CRITIC critic 50");
    }

    @Test
    void aWassersteinLossIsNeverSaturated() {
        metrics.put("loss.critic", step -> -1e-4);
        assertThat(found(200)).isEmpty();
    }

    @Test
    void aGradientVanishesExplodesAndDies() {
        metrics.put("gradient.generator", step -> step < 100 ? 2 : 1e-4);
        assertThat(found(200)).containsExactly("VANISHING_GRADIENT generator 130");
        metrics.put("gradient.generator", step -> step < 100 ? 2 : 1e5);
        assertThat(found(200)).containsExactly("EXPLODING_GRADIENT generator 130");
        metrics.put("gradient.generator", step -> step < 100 ? 2 : 0);
        assertThat(found(200)).containsExactly("VANISHING_GRADIENT generator 130", "DEAD_NETWORK generator 150");
        metrics.put("gradient.generator", step -> 0);
        assertThat(found(200)).containsExactly("DEAD_NETWORK generator 50");
    }

    @Test
    void anUndampedCircleOscillatesADampedOneAndNoiseDoNot() {
        IntToDoubleFunction circle = step -> Math.sin(step * 2 * Math.PI / 40);
        metrics.put("loss.generator", step -> 0.7 + 0.2 * circle.applyAsDouble(step));
        assertThat(found(400)).containsExactly("OSCILLATION generator 240");
        assertThat(after(400).get(0).diagnosis().orElseThrow().evidence())
                .startsWith("in the last 240 steps its loss circles with a period of 40 steps");
        metrics.put("loss.generator", step -> 0.7 + Math.exp(-step / 100.0) * circle.applyAsDouble(step));
        assertThat(found(400)).isEmpty();
        Random random = new Random(1);
        metrics.put("loss.generator", step -> 0.7 + 0.2 * random.nextGaussian());
        assertThat(found(400)).isEmpty();
    }

    @Test
    void aFailureIsReportedAgainAfterItWasOver() {
        metrics.put("gradient.critic", step -> step < 100 || step >= 200 && step < 300 ? 1 : 1e-6);
        assertThat(found(400))
                .containsExactly(
                        "VANISHING_GRADIENT critic 130",
                        "VANISHING_GRADIENT critic 270 over",
                        "VANISHING_GRADIENT critic 330");
    }

    @Test
    void anotherPhaseIsComparedWithItsOwnBeginning() {
        Diagnoser diagnoser = Diagnoser.standard();
        List<DiagnosisEvent> events = new ArrayList<>();
        for (int step = 1; step <= 400; step++) {
            double norm = step <= 200 ? 10 : 1e-4;
            events.addAll(diagnoser.stepped(step, step <= 200 ? "first" : "second", Map.of("gradient.x", norm)));
        }
        assertThat(events).isEmpty();
    }

    @Test
    void kindsHaveStableNames() {
        assertThat(List.of(Kind.values()))
                .extracting(Kind::key)
                .containsExactly(
                        "saturated-critic",
                        "vanishing-gradient",
                        "exploding-gradient",
                        "mode-collapse",
                        "oscillation",
                        "dead-network",
                        "memorized-samples",
                        "non-finite");
    }

    @Test
    void everyRemedyLinksToASection() throws IOException {
        List<String> sections = Files.readAllLines(Path.of("../docs/choosing-a-loss.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();
        for (Kind kind : Kind.values()) {
            String remedy = new Diagnosis(1, kind, "critic", "").remedy();
            assertThat(remedy).contains("; see docs/choosing-a-loss.md#");
            assertThat(sections).contains(remedy.substring(remedy.indexOf('#') + 1));
        }
    }
}
