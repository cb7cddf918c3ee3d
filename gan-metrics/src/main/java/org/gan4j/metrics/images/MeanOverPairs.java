package org.gan4j.metrics.images;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The mean of a measure over pairs of images, which is what its metric reports. */
final class MeanOverPairs {
    private MeanOverPairs() {}

    /** Returns whether a comparison is of images, in pairs. */
    static boolean appliesTo(Comparison comparison) {
        return comparison.pairing() == Comparison.Pairing.PAIRS
                && comparison.with().dtype() == DType.FLOAT
                && comparison.with().shape().rank() == 3;
    }

    /**
     * Returns the mean, and the standard error of the mean.
     *
     * @param real the references, [N,C,H,W] in [-1, 1]
     * @param fake the images, in the same order
     * @throws IllegalArgumentException if these are not at least two pairs
     */
    static Map<String, Double> of(ImagePairMeasure measure, TensorData real, TensorData fake) {
        String name = measure.resultName();
        if (!real.shape().equals(fake.shape()) || real.shape().rank() != 4) {
            throw new IllegalArgumentException(name
                    + " compares pairs of images, both [N,C,H,W] of the same shape; the shapes are " + real.shape()
                    + " and " + fake.shape());
        }
        int count = real.shape().dim(0);
        if (count < 2) {
            throw new IllegalArgumentException(name + " needs at least 2 pairs of images, not " + count);
        }
        double[] each = new double[count];
        for (int pair = 0; pair < count; pair++) {
            each[pair] = measure.of(image(real, pair), image(fake, pair));
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(name, mean(each));
        values.put(name + ".error", error(each));
        return values;
    }

    /** Returns one of several images, [C,H,W]. */
    static TensorData image(TensorData images, int row) {
        Shape s = images.shape();
        return TensorData.of(images.rows(row, row + 1).toFloats(), Shape.of(s.dim(1), s.dim(2), s.dim(3)));
    }

    /**
     * Checks that two images can be compared.
     *
     * @throws IllegalArgumentException if they are not [C,H,W] of the same shape
     */
    static void requirePair(String name, TensorData reference, TensorData image) {
        if (!reference.shape().equals(image.shape()) || image.shape().rank() != 3) {
            throw new IllegalArgumentException(name
                    + " compares two images, both [C,H,W] of the same shape; the shapes are " + reference.shape()
                    + " and " + image.shape());
        }
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Returns √(Σ (v − mean)² / (n (n − 1))). */
    static double error(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / values.length / (values.length - 1));
    }
}
