package org.gan4j.dsl.run;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.metrics.vectors.Pairs;
import org.gan4j.metrics.vectors.Vectors;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.training.diagnosis.SampleDistances;
import org.gan4j.training.diagnosis.Series;

/** The comparison of a few samples with a few rows of the data, which are spread evenly and read once. */
final class FewSamples {
    static final int SAMPLES = 64;
    private static final int ROWS = 256;
    /** Fewer rows tell nothing. */
    private static final int LEAST_ROWS = 2;

    private final Vectors data;
    private final double dataApart;
    private final double dataNearest;
    private final double dataToData;

    private FewSamples(Vectors data) {
        this.data = data;
        this.dataToData = nearest(data, data, true);
        Vectors asMany = data.chosen(spread(Math.min(SAMPLES, data.count()), data.count()));
        this.dataApart = apart(asMany);
        // more samples than rows are nearer to each other than these, without having collapsed
        this.dataNearest = data.count() < SAMPLES ? 0 : nearest(asMany, asMany, true);
    }

    /** Returns the comparison with data; empty if their samples are no numbers, or too few or too equal to compare. */
    static Optional<FewSamples> of(Dataset data) {
        boolean comparable = data.fields().stream()
                        .anyMatch(field -> field.name().equals(Field.IMAGE) && field.dtype() == DType.FLOAT)
                && data.size() >= LEAST_ROWS;
        if (!comparable) {
            return Optional.empty();
        }
        int[] rows = spread(Math.min(ROWS, data.size()), data.size());
        FewSamples few = new FewSamples(vectors(data.read(rows).get(Field.IMAGE)));
        return few.dataApart > 0 ? Optional.of(few) : Optional.empty();
    }

    private static int[] spread(int count, int size) {
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * size / count))
                .toArray();
    }

    private static Vectors vectors(TensorData samples) {
        int count = samples.shape().dim(0);
        Shape matrix = Shape.of(count, samples.shape().size() / count);
        return Vectors.of("compared", TensorData.of(samples.toFloats(), matrix), "diagnosis", 1);
    }

    /** Compares samples; empty if they have another size than the data, or are not finite. */
    Optional<SampleDistances> compare(TensorData samples) {
        boolean same = samples.shape().size() == (long) samples.shape().dim(0) * data.width();
        if (!same || IntStream.range(0, samples.shape().size()).anyMatch(i -> !Double.isFinite(samples.get(i)))) {
            return Optional.empty();
        }
        Vectors generated = vectors(samples);
        return Optional.of(new SampleDistances(
                apart(generated),
                dataApart,
                nearest(generated, generated, true),
                dataNearest,
                nearest(generated, data, false),
                dataToData));
    }

    /** Returns the mean distance of two vectors. */
    private static double apart(Vectors all) {
        double[] sums = new double[all.count()];
        Pairs.squaredDistances(all, all, (i, squared) -> {
            for (int j = 0; j < squared.length; j++) {
                sums[i] += j == i ? 0 : Math.sqrt(squared[j]);
            }
        });
        double sum = 0;
        for (double each : sums) {
            sum += each;
        }
        return sum / ((double) all.count() * (all.count() - 1));
    }

    /** Returns the median distance to the nearest vector of others, or to the nearest other one of the same. */
    private static double nearest(Vectors from, Vectors among, boolean same) {
        double[] nearest = new double[from.count()];
        Pairs.squaredDistances(from, among, (i, squared) -> {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < squared.length; j++) {
                least = same && j == i ? least : Math.min(least, squared[j]);
            }
            nearest[i] = Math.sqrt(least);
        });
        return Series.median(nearest);
    }
}
