package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.metrics.features.MobileNetFeatures;

/**
 * What judges samples.
 *
 * @param metrics the metrics
 * @param asked those of them that somebody asked for, so that a failure of one is not passed over
 * @param extractors what computes features; the numbers of the first one keep their names
 * @param areExtractorsAsked whether somebody asked for the extractors, so that one that fails is not passed over
 * @param teachers the names of the pretrained networks that taught the generator, which must not judge it
 * @param extractions the extractors that are open
 */
public record Judges(
        List<Metric> metrics,
        Set<Metric> asked,
        List<Extractor> extractors,
        boolean areExtractorsAsked,
        Set<String> teachers,
        Extractions extractions) {
    /** Copies the lists. */
    public Judges {
        metrics = List.copyOf(metrics);
        asked = Set.copyOf(asked);
        extractors = List.copyOf(extractors);
        teachers = Set.copyOf(teachers);
    }

    /**
     * Returns what a request asks for; what it leaves open is as usual.
     *
     * @param metrics the usual metrics; if there are none, all but those on request
     * @param chosen the usual extractors; if there are none, the standard one
     * @param teachers the names of the pretrained networks that taught the generator
     * @param extractions the extractors that are open
     */
    public static Judges of(
            EvaluationRequest request,
            List<Metric> metrics,
            List<Extractor> chosen,
            Set<String> teachers,
            Extractions extractions) {
        List<Metric> usual = request.onRequest() ? List.of() : metrics;
        List<Metric> asked = request.metrics().isEmpty() ? usual : request.metrics();
        List<Metric> all = asked.isEmpty()
                ? Evaluator.known(ComponentRegistry.onClassPath()).stream()
                        .filter(metric -> request.onRequest() || !metric.isOnRequest())
                        .toList()
                : asked;
        List<Extractor> judging = request.extractors().isEmpty() ? chosen : request.extractors();
        return new Judges(
                all,
                Set.copyOf(asked),
                judging.isEmpty() ? List.of(MobileNetFeatures.standard()) : judging,
                !judging.isEmpty() && !request.onRequest(),
                teachers,
                extractions);
    }

    /** Returns whether a metric can measure a comparison by one of the extractors, if it needs one. */
    boolean applies(Metric metric, Comparison comparison) {
        boolean given =
                switch (metric.given()) {
                    case SAMPLES -> true;
                    case FEATURES -> extractors.stream().anyMatch(each -> each.appliesTo(comparison.with()));
                    case PROBABILITIES ->
                        extractors.stream().anyMatch(each -> each.classifies() && each.appliesTo(comparison.with()));
                };
        return given && !isTaught(metric) && metric.appliesTo(comparison);
    }

    /** Returns whether the network that a metric judges by has taught the generator. */
    boolean isTaught(Metric metric) {
        return metric.network().filter(teachers::contains).isPresent();
    }

    /** Returns the metrics of a form that apply to a comparison. */
    List<Metric> metrics(Metric.Given given, Comparison comparison) {
        return metrics.stream()
                .filter(metric -> metric.given() == given)
                .filter(metric -> applies(metric, comparison))
                .toList();
    }

    /** Returns the extractors that compute what metrics need of a comparison. */
    List<Extractor> needed(Comparison comparison) {
        boolean features = !metrics(Metric.Given.FEATURES, comparison).isEmpty();
        boolean probabilities = !metrics(Metric.Given.PROBABILITIES, comparison).isEmpty();
        return extractors.stream()
                .filter(each -> each.appliesTo(comparison.with()))
                .filter(each -> features || probabilities && each.classifies())
                .filter(each -> each.network().filter(teachers::contains).isEmpty())
                .toList();
    }

    /** Returns what a reader must know of extractors that may not judge. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        extractors.forEach(
                each -> each.network().ifPresent(network -> taught("extractor " + each.name(), network, notes)));
        metrics.forEach(each -> each.network().ifPresent(network -> taught("metric " + each.name(), network, notes)));
        return notes;
    }

    private void taught(String what, String network, List<String> notes) {
        if (teachers.contains(network)) {
            notes.add("the " + what + " is left out: " + network
                    + " taught this generator, and would judge its own work; choose another network, see gan list"
                    + " extractors");
        }
    }
}
