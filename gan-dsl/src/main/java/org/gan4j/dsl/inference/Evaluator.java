package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.data.Permutation;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.MetricsPlugin;
import org.gan4j.metrics.features.FeatureExtractor;
import org.gan4j.metrics.features.Features;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;

/** Compares generated samples with data, by all metrics that apply; used by {@link org.gan4j.dsl.Gan#evaluate(int)}. */
public final class Evaluator {
    private static final int PART = 256;

    private final Engine engine;
    private final List<Metric> metrics;
    private final ReferenceData data;
    private final SampleRequest request;
    private final String fakeName;
    private final long seed;
    private final int[] chosen;

    /**
     * Creates an evaluator for one request.
     *
     * @param engine computes the features
     * @param metrics the metrics; those that do not apply to a comparison are left out
     * @param data the data to compare with
     * @param request the samples to compare; no more than there are data
     * @param fakeName the name of the generated samples in the evaluation
     * @param seed selects the data, and the latents
     * @throws IllegalArgumentException if the request sets a class or interpolations, or leaves the weights open
     */
    public Evaluator(
            Engine engine,
            List<Metric> metrics,
            ReferenceData data,
            SampleRequest request,
            String fakeName,
            long seed) {
        if (request.label().isPresent()
                || request.across().isPresent()
                || !request.texts().isEmpty()) {
            throw new IllegalArgumentException(
                    "an evaluation compares generated samples with the whole data: leave out the label, texts and"
                            + " interpolations");
        }
        if (request.weights().isEmpty()) {
            throw new IllegalArgumentException(
                    "an evaluation must know the weights to use: call latest() or ema() of its request");
        }
        this.engine = engine;
        this.metrics = List.copyOf(metrics);
        this.data = data;
        this.request = request.count(Math.min(request.count(), data.size()));
        this.fakeName = fakeName;
        this.seed = seed;
        this.chosen = Permutation.of(data.size(), seed, 0);
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
     * @throws IllegalArgumentException if there are no comparisons, no metric applies to one, or there are too few
     *     samples
     */
    public Evaluation compare(List<Comparison> comparisons) {
        return comparisons.stream()
                .map(comparison -> comparisons.size() == 1
                        ? compare(comparison)
                        : compare(comparison).prefixed(comparison.with().name() + "."))
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
        SampleRequest half = request.count(Math.max(1, Math.min(request.count(), data.size() / 2)));
        Evaluator halved = new Evaluator(engine, metrics, data, half, fakeName, seed);
        return halved.compare(comparisons.stream().map(halved::ofData).toList());
    }

    private Comparison ofData(Comparison comparison) {
        if (comparison.pairing() == Comparison.Pairing.PAIRS) {
            throw new IllegalArgumentException("the outputs of this GAN resemble the data row by row: data have no"
                    + " other rows to compare them with");
        }
        return new Comparison(
                comparison.with(),
                comparison.reference(),
                comparison.pairing(),
                LatentSpace.none(),
                new OtherRows(comparison.reference()));
    }

    /** The rows of the data after those that are compared, in order. */
    private final class OtherRows implements Comparison.Generation {
        private final Comparison.Reference reference;
        private int next = request.count();

        private OtherRows(Comparison.Reference reference) {
            this.reference = reference;
        }

        @Override
        public TensorData of(Map<String, TensorData> rows, TensorData latents, Weights weights) {
            int count = latents.shape().dim(0);
            int[] indices =
                    IntStream.range(next, next + count).map(i -> chosen[i]).toArray();
            next += count;
            return reference.from(data.read(indices, seed));
        }
    }

    /**
     * Checks that each of the chosen metrics applies to one of the comparisons.
     *
     * @throws IllegalArgumentException if one applies to none
     */
    public static void requireApplicable(List<Metric> chosen, List<Comparison> comparisons) {
        for (Metric metric : chosen) {
            if (comparisons.stream().noneMatch(comparison -> applies(metric, comparison))) {
                throw new IllegalArgumentException("the metric " + metric.name()
                        + " does not apply to what this GAN generates, "
                        + comparisons.stream().map(Evaluator::described).collect(Collectors.joining("; "))
                        + ": choose other evaluate-metrics, see gan list metrics");
            }
        }
    }

    private static String described(Comparison comparison) {
        return "the field " + comparison.with().name() + ", "
                + comparison.with().dtype() + " " + comparison.with().shape();
    }

    private static boolean applies(Metric metric, Comparison comparison) {
        return (metric.given() == Metric.Given.SAMPLES
                        || isImage(comparison.with().shape()))
                && metric.appliesTo(comparison);
    }

    private Evaluation compare(Comparison comparison) {
        List<Metric> ofFeatures = metrics(Metric.Given.FEATURES, comparison);
        List<Metric> ofSamples = metrics(Metric.Given.SAMPLES, comparison);
        if (ofFeatures.isEmpty() && ofSamples.isEmpty()) {
            throw new IllegalArgumentException("no metric applies to " + described(comparison)
                    + ": the known metrics are for images, 1×H×W or 3×H×W, and for vectors; add one with a plug-in");
        }
        if (ofFeatures.isEmpty()) { // without the network of the features, which takes a while to load
            return measured(comparison, ofFeatures, ofSamples, Optional.empty());
        }
        try (Session session = engine.open();
                FeatureExtractor extractor = FeatureExtractor.standard(session)) {
            return measured(comparison, ofFeatures, ofSamples, Optional.of(extractor));
        }
    }

    /** Measures samples part by part; the extractor is empty if no metric needs features. */
    private Evaluation measured(
            Comparison comparison,
            List<Metric> ofFeatures,
            List<Metric> ofSamples,
            Optional<FeatureExtractor> extractor) {
        Sides features = new Sides();
        Sides samples = new Sides();
        for (int from = 0; from < request.count(); from += PART) {
            Map<String, TensorData> rows = rows(from);
            TensorData real = comparison.reference().from(rows);
            TensorData fake = fake(comparison, rows, from);
            extractor.ifPresent(each -> features.add(
                    each.extract(realName(), real).vectors(),
                    each.extract(fakeName, fake).vectors()));
            if (!ofSamples.isEmpty()) {
                samples.add(real, fake);
            }
        }
        return Stream.of(
                        evaluation(
                                ofFeatures,
                                features,
                                extractor.map(FeatureExtractor::network).orElse(Features.NONE)),
                        evaluation(ofSamples, samples, Features.NONE))
                .flatMap(Optional::stream)
                .reduce(Evaluation::and)
                .orElseThrow(() -> nothingFound(comparison));
    }

    private static IllegalArgumentException nothingFound(Comparison comparison) {
        return new IllegalArgumentException(
                "no metric finds anything to measure in " + described(comparison) + ": add a metric with a plug-in");
    }

    private Optional<Evaluation> evaluation(List<Metric> metrics, Sides sides, String network) {
        if (metrics.isEmpty()) {
            return Optional.empty();
        }
        Evaluation measured = Evaluation.of(
                metrics,
                new Features(TensorData.joined(sides.real), network, realName()),
                new Features(TensorData.joined(sides.fake), network, fakeName),
                seed);
        return measured.values().isEmpty() ? Optional.empty() : Optional.of(measured);
    }

    /** Features or samples of both sides, collected part by part, so that the data are read once. */
    private static final class Sides {
        private final List<TensorData> real = new ArrayList<>();
        private final List<TensorData> fake = new ArrayList<>();

        private void add(TensorData realPart, TensorData fakePart) {
            real.add(realPart);
            fake.add(fakePart);
        }
    }

    private List<Metric> metrics(Metric.Given given, Comparison comparison) {
        return metrics.stream()
                .filter(metric -> metric.given() == given)
                .filter(metric -> applies(metric, comparison))
                .toList();
    }

    private static boolean isImage(Shape sample) {
        return sample.rank() == 3 && (sample.dim(0) == 1 || sample.dim(0) == 3);
    }

    private String realName() {
        return data.named(request.count());
    }

    private TensorData fake(Comparison comparison, Map<String, TensorData> rows, int from) {
        int count = Math.min(PART, request.count() - from);
        float[] latents = new Latents(comparison.latents(), seed, request.truncation()).rows(from, count);
        return comparison
                .generation()
                .of(
                        rows,
                        TensorData.of(
                                latents, Shape.of(count, comparison.latents().size())),
                        request.weights().orElseThrow());
    }

    /** Reads one part of the data; the seed selects the rows, none of them twice. */
    private Map<String, TensorData> rows(int from) {
        int[] indices = IntStream.range(from, Math.min(from + PART, request.count()))
                .map(i -> chosen[i])
                .toArray();
        return data.read(indices, seed);
    }
}
