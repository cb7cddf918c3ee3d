package org.gan4j.dsl.inference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.MetricsPlugin;

/** Compares generated samples with data, by all metrics that apply; used by {@link org.gan4j.dsl.Gan#evaluate(int)}. */
public final class Evaluator {
    private final Judges judges;
    private final ReferenceData data;
    private final EvaluationRequest request;
    private final Subject subject;

    /**
     * The samples that are evaluated.
     *
     * @param samples their name in the evaluation
     * @param weights the name of the weights that generate them
     * @param seed selects the data, and the latents
     */
    public record Subject(String samples, String weights, long seed) {}

    /**
     * Creates an evaluator for one request.
     *
     * @param judges the metrics and extractors, of which those that do not apply to a comparison are left out
     * @param data the data to compare with
     * @param request the samples to compare; no more than there are data
     * @throws IllegalArgumentException if the request sets a class or interpolations, or leaves the weights open
     */
    public Evaluator(Judges judges, ReferenceData data, EvaluationRequest request, Subject subject) {
        SampleRequest samples = request.samples();
        if (samples.label().isPresent()
                || !samples.tags().isEmpty()
                || samples.across().isPresent()
                || !samples.texts().isEmpty()
                || samples.shares().isPresent()) {
            throw new IllegalArgumentException(
                    "an evaluation compares generated samples with the whole data: leave out the label, tags, shares, texts"
                            + " and interpolations");
        }
        if (samples.weights().isEmpty()) {
            throw new IllegalArgumentException(
                    "an evaluation must know the weights to use: call latest() or ema() of its request");
        }
        this.judges = judges;
        this.data = data;
        this.request = request;
        this.subject = subject;
    }

    /**
     * Returns all metrics: the built-in ones first, in the order in which results are shown.
     *
     * @throws IllegalArgumentException if two of them have one name
     */
    public static List<Metric> known(ComponentRegistry components) {
        List<String> first =
                new MetricsPlugin().metrics().stream().map(Metric::name).toList();
        return components.all(ComponentKind.METRIC).stream()
                .map(Metric::name)
                .distinct()
                .sorted(Comparator.comparingInt(name -> first.contains(name) ? first.indexOf(name) : first.size()))
                .map(name -> components.named(ComponentKind.METRIC, name))
                .toList();
    }

    /**
     * Evaluates all comparisons. If there are several, the name of its field prefixes the values of each.
     *
     * @throws IllegalArgumentException if there are no comparisons, no metric applies to one, one that was asked for does
     *     not apply, there are too few samples, or a sample is not finite
     */
    public Evaluation compare(List<Comparison> comparisons) {
        requireApplicable(judges, comparisons);
        requireEnough(judges, Math.min(request.samples().count(), data.size()));
        return comparisons.stream()
                .map(comparison -> comparisons.size() == 1
                        ? run(comparison).evaluated()
                        : run(comparison).evaluated().prefixed(comparison.with().name() + "."))
                .reduce(Evaluation::and)
                .orElseThrow(() -> new IllegalArgumentException(
                        "this GAN has nothing to compare: its Evaluable must return at least one comparison"));
    }

    /**
     * Evaluates the data as if a GAN had generated them: half of them at most, compared with others of them.
     *
     * @throws IllegalArgumentException if a comparison is of pairs, no metric applies, or there are too few samples
     */
    public Evaluation compareData(List<Comparison> comparisons) {
        return comparisons.stream()
                .map(comparison -> comparisons.size() == 1
                        ? run(comparison).ofData()
                        : run(comparison).ofData().prefixed(comparison.with().name() + "."))
                .reduce(Evaluation::and)
                .orElseThrow();
    }

    private ComparisonRun run(Comparison comparison) {
        return new ComparisonRun(judges, data, request, subject, comparison);
    }

    /**
     * Checks that each of the metrics and extractors that somebody asked for applies to one of the comparisons.
     *
     * @throws IllegalArgumentException if one applies to none; the message names what the GAN lacks before what the choice
     *     of extractors lacks, since no choice helps then
     */
    public static void requireApplicable(Judges judges, List<Comparison> comparisons) {
        for (Metric metric : judges.asked()) {
            if (comparisons.stream().noneMatch(comparison -> judges.applies(metric, comparison))) {
                throw new IllegalArgumentException("the metric " + metric.name()
                        + Unmet.of(metric, judges, comparisons)
                                .orElseGet(() -> " does not apply to what this GAN generates, " + described(comparisons)
                                        + ": choose other metrics, see gan list metrics"));
            }
        }
        for (Extractor extractor : judges.areExtractorsAsked() ? judges.extractors() : List.<Extractor>of()) {
            if (comparisons.stream().noneMatch(comparison -> extractor.appliesTo(comparison.with()))) {
                throw new IllegalArgumentException("the extractor " + extractor.name()
                        + " does not apply to what this GAN generates, " + described(comparisons)
                        + ": choose another, see gan list extractors");
            }
        }
    }

    /**
     * Checks that the metrics that somebody asked for can be measured with this number of samples, as far as that is known
     * before there are samples.
     *
     * @throws IllegalArgumentException if one needs more
     */
    public static void requireEnough(Judges judges, int count) {
        judges.asked().stream()
                .sorted(Comparator.comparing(Metric::name))
                .filter(metric -> metric.leastSamples() > count)
                .findFirst()
                .ifPresent(metric -> {
                    throw new IllegalArgumentException("the metric " + metric.name() + " needs at least "
                            + metric.leastSamples() + " samples, and " + count + (count == 1 ? " is" : " are")
                            + " to be evaluated: evaluate more samples");
                });
    }

    private static String described(List<Comparison> comparisons) {
        return comparisons.stream().map(Evaluator::described).collect(Collectors.joining("; "));
    }

    static String described(Comparison comparison) {
        return "the field " + comparison.with().name() + ", "
                + comparison.with().dtype() + " " + comparison.with().shape();
    }
}
