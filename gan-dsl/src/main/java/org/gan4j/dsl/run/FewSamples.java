package org.gan4j.dsl.run;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.data.EvenRows;
import org.gan4j.metrics.vectors.Balls;
import org.gan4j.metrics.vectors.Neighbors;
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

    private final TensorData data;
    private final double dataApart;
    private final double dataNearest;
    private final double dataToData;

    private FewSamples(TensorData data) {
        this.data = data;
        Vectors all = vectors(data);
        this.dataToData = nearestOther(all);
        Vectors asMany = all.chosen(EvenRows.of(Math.min(SAMPLES, all.count()), all.count()));
        this.dataApart = apart(asMany);
        // more samples than rows are nearer to each other than these, without having collapsed
        this.dataNearest = all.count() < SAMPLES ? 0 : nearestOther(asMany);
    }

    /** Returns the comparison with data; empty if their samples are no numbers, or too few or too equal to compare. */
    static Optional<FewSamples> of(Dataset data) {
        boolean comparable = data.fields().stream()
                        .anyMatch(field -> field.name().equals(Field.IMAGE) && field.dtype() == DType.FLOAT)
                && data.size() >= LEAST_ROWS;
        if (!comparable) {
            return Optional.empty();
        }
        int[] rows = EvenRows.of(Math.min(ROWS, data.size()), data.size());
        FewSamples few = new FewSamples(matrix(data.read(rows).get(Field.IMAGE)));
        return few.dataApart > 0 ? Optional.of(few) : Optional.empty();
    }

    private static TensorData matrix(TensorData samples) {
        int count = samples.shape().dim(0);
        return TensorData.of(samples.toFloats(), Shape.of(count, samples.shape().size() / count));
    }

    private static Vectors vectors(TensorData matrix) {
        return Vectors.of("compared", matrix, "diagnosis", 1);
    }

    /** Compares samples; empty if they have another size than the data, or are not finite. */
    Optional<SampleDistances> compare(TensorData samples) {
        boolean same = samples.shape().size()
                == (long) samples.shape().dim(0) * data.shape().dim(1);
        if (!same || IntStream.range(0, samples.shape().size()).anyMatch(i -> !Double.isFinite(samples.get(i)))) {
            return Optional.empty();
        }
        TensorData generated = matrix(samples);
        Vectors vectors = vectors(generated);
        double[] toData = Neighbors.of("generated", generated, "data", data, 1).nearest();
        return Optional.of(new SampleDistances(
                apart(vectors), dataApart, nearestOther(vectors), dataNearest, Series.median(toData), dataToData));
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

    /** Returns the median distance of a vector to the nearest other one. */
    private static double nearestOther(Vectors all) {
        Balls balls = Balls.of(all, 1);
        return Series.median(IntStream.range(0, all.count())
                .mapToDouble(i -> Math.sqrt(balls.squaredRadius(i)))
                .toArray());
    }
}
