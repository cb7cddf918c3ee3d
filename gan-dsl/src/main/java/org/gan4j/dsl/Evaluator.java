package org.gan4j.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Field;
import org.gan4j.api.Metric;
import org.gan4j.api.Transform;
import org.gan4j.data.Permutation;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.FeatureExtractor;
import org.gan4j.metrics.Features;
import org.gan4j.metrics.MetricsPlugin;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;

/** Compares samples with data, in a session of its own. */
final class Evaluator {
    private static final int PART = 256;

    private final Dataset data;
    private final String dataName;
    private final List<Transform> filters;
    private final long seed;

    /** @param transforms of which those that draw nothing are applied, since they belong to what is imitated */
    Evaluator(Dataset data, String dataName, List<Transform> transforms, long seed) {
        this.data = data;
        this.dataName = dataName;
        this.filters =
                transforms.stream().filter(transform -> !transform.isRandom()).toList();
        this.seed = seed;
    }

    /** Of how many samples and data a comparison can be made: as many as were asked for, or as there are data. */
    int count(int asked) {
        return Math.min(asked, data.size());
    }

    Evaluation compare(TensorData samples, String samplesName) {
        requirePictures();
        int count = samples.shape().dim(0);
        try (Session session = Engines.preferred().open();
                FeatureExtractor extractor = FeatureExtractor.standard(session)) {
            Features real = extractor.extract(
                    dataName + (count < data.size() ? " (of " + data.size() + ", trained on)" : " (all, trained on)"),
                    real(count));
            Features fake = extractor.extract(samplesName, parts(samples));
            return Evaluation.of(metrics(), real, fake, seed);
        }
    }

    /** The usual ones first, then those of other plug-ins. */
    private static List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(new MetricsPlugin().metrics());
        List<String> names = metrics.stream().map(Metric::name).toList();
        Components.onClassPath().all(ComponentKind.METRIC).stream()
                .filter(metric -> !names.contains(metric.name()))
                .forEach(metrics::add);
        return metrics;
    }

    private void requirePictures() {
        Field image = data.field(Field.IMAGE);
        if (image.shape().rank() != 3
                || (image.shape().dim(0) != 1 && image.shape().dim(0) != 3)) {
            throw new IllegalArgumentException(
                    "samples are evaluated by features of pictures, 1×H×W or 3×H×W; these are " + image.shape()
                            + ": compare them by measures of their own");
        }
    }

    /** Different ones, chosen by the seed. */
    private Iterable<TensorData> real(int count) {
        int[] chosen = Permutation.of(data.size(), seed, 0);
        List<int[]> parts = new ArrayList<>();
        for (int from = 0; from < count; from += PART) {
            parts.add(IntStream.range(from, Math.min(from + PART, count))
                    .map(i -> chosen[i])
                    .toArray());
        }
        return () -> parts.stream().map(this::filtered).iterator();
    }

    private TensorData filtered(int[] indices) {
        TensorData images = data.read(indices).get(Field.IMAGE);
        for (Transform filter : filters) {
            images = filter.apply(images, new Philox(seed, "evaluation", 0));
        }
        return images;
    }

    private static Iterable<TensorData> parts(TensorData samples) {
        int count = samples.shape().dim(0);
        return () -> IntStream.iterate(0, from -> from < count, from -> from + PART)
                .mapToObj(from -> samples.rows(from, Math.min(from + PART, count)))
                .iterator();
    }
}
