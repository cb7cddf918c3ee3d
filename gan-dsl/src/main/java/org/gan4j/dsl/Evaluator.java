package org.gan4j.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.gan4j.api.Comparison;
import org.gan4j.api.Dataset;
import org.gan4j.api.Metric;
import org.gan4j.api.Transform;
import org.gan4j.data.Permutation;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.FeatureExtractor;
import org.gan4j.metrics.Features;
import org.gan4j.metrics.MetricsPlugin;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;

/** Compares what a GAN makes with data, by all metrics that say something about it. */
final class Evaluator {
    private static final int PART = 256;

    private final Dataset data;
    private final String dataName;
    private final List<Transform> filters;
    private final Sampling asked;
    private final String fakeName;
    private final long seed;

    /** @param transforms of which those that draw nothing are applied, since they belong to what is imitated */
    Evaluator(Dataset data, String dataName, List<Transform> transforms, Sampling asked, String fakeName, long seed) {
        this.data = data;
        this.dataName = dataName;
        if (asked.label().isPresent() || asked.across().isPresent()) {
            throw new IllegalArgumentException(
                    "an evaluation compares what is made for any samples of the data with all"
                            + " of these: leave out the label and interpolations");
        }
        this.filters =
                transforms.stream().filter(transform -> !transform.isRandom()).toList();
        this.asked = asked.count(Math.min(asked.count(), data.size()));
        this.fakeName = fakeName;
        this.seed = seed;
    }

    /** All of them; their numbers bear the name of their field if there are several. */
    Evaluation compare(List<Comparison> comparisons) {
        return comparisons.stream()
                .map(comparison -> comparisons.size() == 1
                        ? compare(comparison)
                        : compare(comparison).prefixed(comparison.with().name() + "."))
                .reduce(Evaluation::and)
                .orElseThrow(() -> new IllegalArgumentException("this GAN says of nothing what it should be like"));
    }

    private Evaluation compare(Comparison comparison) {
        List<Metric> ofFeatures = metrics(Metric.Given.FEATURES, comparison);
        List<Metric> ofSamples = metrics(Metric.Given.SAMPLES, comparison);
        if (ofFeatures.isEmpty() && ofSamples.isEmpty()) {
            throw new IllegalArgumentException("no metric says anything about the field "
                    + comparison.with().name() + ", " + comparison.with().dtype() + " "
                    + comparison.with().shape()
                    + ": those here are of pictures, 1×H×W or 3×H×W. A plug-in can add one");
        }
        Iterable<TensorData> real = parts(from -> real(comparison, from));
        Iterable<TensorData> fake = parts(from -> fake(comparison, from));
        List<Evaluation> found = new ArrayList<>();
        if (!ofFeatures.isEmpty()) {
            try (Session session = Engines.preferred().open();
                    FeatureExtractor extractor = FeatureExtractor.standard(session)) {
                found.add(Evaluation.of(
                        ofFeatures, extractor.extract(realName(), real), extractor.extract(fakeName, fake), seed));
            }
        }
        if (!ofSamples.isEmpty()) {
            found.add(Evaluation.of(
                    ofSamples, Features.none(realName(), joined(real)), Features.none(fakeName, joined(fake)), seed));
        }
        return found.stream().reduce(Evaluation::and).orElseThrow();
    }

    /** The usual ones first, then those of other plug-ins. */
    private static List<Metric> metrics(Metric.Given given, Comparison comparison) {
        List<Metric> all = new ArrayList<>(new MetricsPlugin().metrics());
        List<String> names = all.stream().map(Metric::name).toList();
        Components.onClassPath().all(ComponentKind.METRIC).stream()
                .filter(metric -> !names.contains(metric.name()))
                .forEach(all::add);
        return all.stream()
                .filter(metric -> metric.given() == given)
                .filter(metric -> given == Metric.Given.SAMPLES
                        || isPicture(comparison.with().shape()))
                .filter(metric -> metric.appliesTo(comparison))
                .toList();
    }

    private static boolean isPicture(Shape sample) {
        return sample.rank() == 3 && (sample.dim(0) == 1 || sample.dim(0) == 3);
    }

    private String realName() {
        return dataName
                + (asked.count() < data.size() ? " (of " + data.size() + ", trained on)" : " (all, trained on)");
    }

    private Iterable<TensorData> parts(Function<Integer, TensorData> made) {
        return () -> IntStream.iterate(0, from -> from < asked.count(), from -> from + PART)
                .boxed()
                .map(made)
                .iterator();
    }

    private TensorData real(Comparison comparison, int from) {
        return comparison.real().from(rows(from));
    }

    private TensorData fake(Comparison comparison, int from) {
        int count = Math.min(PART, asked.count() - from);
        float[] latents = new Latents(comparison.latent(), seed, asked.truncation()).rows(from, count);
        return comparison
                .making()
                .of(rows(from), TensorData.of(latents, Shape.of(count, comparison.latent())), asked.averaged());
    }

    /** Different ones, chosen by the seed, as far as a part goes. */
    private Map<String, TensorData> rows(int from) {
        int[] chosen = Permutation.of(data.size(), seed, 0);
        int[] indices = IntStream.range(from, Math.min(from + PART, asked.count()))
                .map(i -> chosen[i])
                .toArray();
        Map<String, TensorData> rows = new LinkedHashMap<>(data.read(indices));
        data.transformed().forEach(field -> rows.computeIfPresent(field, (name, images) -> filtered(images)));
        return rows;
    }

    private TensorData filtered(TensorData images) {
        TensorData changed = images;
        for (Transform filter : filters) {
            changed = filter.apply(changed, new Philox(seed, "evaluation", 0));
        }
        return changed;
    }

    private static TensorData joined(Iterable<TensorData> parts) {
        return Tensor.concat(
                        0,
                        StreamSupport.stream(parts.spliterator(), false)
                                .map(Tensor::of)
                                .toList())
                .evaluate();
    }
}
