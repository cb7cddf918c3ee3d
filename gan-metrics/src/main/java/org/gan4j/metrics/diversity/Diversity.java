package org.gan4j.metrics.diversity;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gan4j.metrics.statistics.Means;
import org.gan4j.metrics.vectors.Pairs;
import org.gan4j.metrics.vectors.Spectrum;
import org.gan4j.metrics.vectors.Vectors;

/**
 * The Vendi score of a set of vectors.
 *
 * @param score the exponential of the entropy
 * @param error its standard error
 */
record Diversity(double score, double error) {
    /** Returns the score under cosines, from the smaller one of XᵀX and XXᵀ: both have the same eigenvalues above 0. */
    static Diversity of(Vectors vectors) {
        Vectors unit = vectors.normalized();
        boolean many = unit.count() > unit.width();
        Spectrum spectrum =
                Spectrum.of(many ? products(unit.transposed(), unit.count()) : products(unit, unit.count()));
        double[] surprise = IntStream.range(0, unit.count())
                .parallel()
                .mapToDouble(i -> many ? inFeatures(spectrum, unit, i) : inSamples(spectrum, i))
                .toArray();
        return of(surprise, unit);
    }

    /** Returns the score of a matrix of similarities, whose diagonal is 1. */
    static Diversity ofSimilarities(DMatrixRMaj similarities) {
        DMatrixRMaj scaled = similarities.copy();
        for (int i = 0; i < scaled.data.length; i++) {
            scaled.data[i] /= scaled.numRows;
        }
        Spectrum spectrum = Spectrum.of(scaled);
        return of(IntStream.range(0, scaled.numRows)
                .mapToDouble(i -> inSamples(spectrum, i))
                .toArray());
    }

    /** Replaces the surprise of vectors of zeros, which share a direction of their own. */
    private static Diversity of(double[] surprise, Vectors unit) {
        int[] zeros = IntStream.range(0, unit.count())
                .filter(i -> IntStream.range(0, unit.width()).allMatch(f -> unit.get(i, f) == 0))
                .toArray();
        for (int i : zeros) {
            surprise[i] = -Math.log(zeros.length / (double) unit.count());
        }
        return of(surprise);
    }

    /** The entropy is the mean of − x̂ᵀ log(A) x̂, and these are the changes that one sample makes. */
    private static Diversity of(double[] surprise) {
        double score = Math.exp(Means.of(surprise));
        return new Diversity(score, score * Means.error(surprise));
    }

    private static double inFeatures(Spectrum spectrum, Vectors unit, int sample) {
        double sum = 0;
        for (int k = 0; k < spectrum.size(); k++) {
            double along = 0;
            for (int f = 0; f < unit.width(); f++) {
                along += spectrum.vector(k, f) * unit.get(sample, f);
            }
            sum += surprise(spectrum.value(k)) * along * along;
        }
        return sum;
    }

    private static double inSamples(Spectrum spectrum, int sample) {
        double sum = 0;
        for (int k = 0; k < spectrum.size(); k++) {
            double along = spectrum.vector(k, sample);
            sum += surprise(spectrum.value(k)) * along * along * spectrum.value(k) * spectrum.size();
        }
        return sum;
    }

    private static double surprise(double share) {
        return share > 0 ? -Math.log(share) : 0;
    }

    private static DMatrixRMaj products(Vectors vectors, int samples) {
        DMatrixRMaj matrix = new DMatrixRMaj(vectors.count(), vectors.count());
        Pairs.products(vectors, vectors, (i, products) -> {
            for (int j = 0; j < vectors.count(); j++) {
                matrix.data[i * vectors.count() + j] = products[j] / samples;
            }
        });
        return matrix;
    }
}
