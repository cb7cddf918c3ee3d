package org.gan4j.training.diagnosis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;
import org.gan4j.training.diagnosis.DiagnosisEvent.Source;

/**
 * The detectors of a run. It looks at the metrics every {@value MetricsHistory#EVERY} steps, and at samples when they
 * are passed. A failure is reported when it begins, and again only after it was over: after
 * {@value #CLEAR} looks at the metrics in a row without it, or one look at samples.
 *
 * <p>Its state follows from what it was passed, so a resumed run passes the metrics of the earlier steps again.
 */
public final class Diagnoser {
    private static final int CLEAR = 5;

    private final List<MetricsDetector> ofMetrics;
    private final List<SamplesDetector> ofSamples;
    private final MetricsHistory history = new MetricsHistory();
    private final ActiveFailures metricsFailures = new ActiveFailures(Source.METRICS, CLEAR);
    private final ActiveFailures samplesFailures = new ActiveFailures(Source.SAMPLES, 1);
    private String phase = "";

    /** Creates a diagnoser with these detectors. */
    public Diagnoser(List<MetricsDetector> ofMetrics, List<SamplesDetector> ofSamples) {
        this.ofMetrics = List.copyOf(ofMetrics);
        this.ofSamples = List.copyOf(ofSamples);
    }

    /** Returns a diagnoser with all detectors and their calibrated thresholds. */
    public static Diagnoser standard() {
        return new Diagnoser(
                List.of(
                        DeadGradient.standard(),
                        SaturatedCritic.standard(),
                        VanishingGradient.standard(),
                        ExplodingGradient.standard(),
                        Oscillation.standard()),
                List.of(ConstantSamples.standard(), ModeCollapse.standard(), MemorizedSamples.standard()));
    }

    /**
     * Takes the metrics of a step, and returns the failures that began and those that are over.
     *
     * @param step the number of completed steps
     * @param name the name of the phase that the step belongs to
     * @param metrics the metrics of the step, by name
     */
    public List<DiagnosisEvent> stepped(int step, String name, Map<String, Double> metrics) {
        if (!name.equals(phase)) {
            history.clear();
            phase = name;
        }
        return history.add(step, metrics)
                .filter(window -> !window.players().isEmpty())
                .map(this::events)
                .orElse(List.of());
    }

    private List<DiagnosisEvent> events(MetricsWindow window) {
        List<Diagnosis> found = new ArrayList<>();
        List<Diagnosis> explained = new ArrayList<>();
        for (MetricsDetector detector : ofMetrics) {
            for (String player : window.players()) {
                detector.of(window, player)
                        .ifPresent(each -> (found.stream().anyMatch(other -> explains(other, each)) ? explained : found)
                                .add(each));
            }
        }
        return metricsFailures.update(
                window.step(),
                ofMetrics.stream().map(MetricsDetector::kind).collect(Collectors.toCollection(Diagnoser::none)),
                found,
                explained);
    }

    /** Returns whether a gradient vanishes because the network is dead, or the critic too strong. */
    private static boolean explains(Diagnosis one, Diagnosis other) {
        return other.kind() == Kind.VANISHING_GRADIENT
                && (one.kind() == Kind.SATURATED_CRITIC
                        || one.kind() == Kind.DEAD_NETWORK && one.player().equals(other.player()));
    }

    /**
     * Takes distances of samples, and returns the failures that began and those that are over.
     *
     * @param step the number of completed steps
     * @param player the player that generated the samples
     */
    public List<DiagnosisEvent> sampled(int step, String player, SampleDistances distances) {
        List<Diagnosis> found = ofSamples.stream()
                .flatMap(detector -> detector.of(step, player, distances).stream())
                .toList();
        return samplesFailures.update(
                step,
                ofSamples.stream().map(SamplesDetector::kind).collect(Collectors.toCollection(Diagnoser::none)),
                found,
                List.of());
    }

    /** Takes over the state after an event of an earlier part of this run, if samples were its evidence. */
    public void restore(DiagnosisEvent event) {
        if (event.source() == Source.SAMPLES) {
            samplesFailures.restore(event);
        }
    }

    private static Set<Kind> none() {
        return EnumSet.noneOf(Kind.class);
    }
}
