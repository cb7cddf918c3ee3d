package org.gan4j.api.evaluation;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.TensorData;

/**
 * What a {@link Metric} measures: data and a GAN's outputs, and what is known of both.
 *
 * @param real the data, in the form that the metric is {@linkplain Metric#given() given}
 * @param fake the GAN's outputs in the same form. In a comparison of pairs, row i belongs to row i of the data
 * @param realLabels the class of each row of the data, INT [N], or a negative number if it is not known; empty without
 *     labels
 * @param fakeLabels the class that was asked of the generator for each output, INT [M]; empty if none was
 * @param classes the names of the classes that labels and probabilities count; empty without classes
 * @param seed the seed of what the metric draws
 * @param generator the generator; empty if the outputs are given alone
 */
public record MetricInput(
        TensorData real,
        TensorData fake,
        Optional<TensorData> realLabels,
        Optional<TensorData> fakeLabels,
        List<String> classes,
        long seed,
        Optional<Generator> generator) {
    /** The generator of the outputs, for metrics that choose its latents. */
    public interface Generator {
        /** Returns the latents that it generates from. */
        LatentSpace latents();

        /**
         * Generates one sample per row of latents.
         *
         * @param latents FLOAT [N, size]
         * @return the samples, [N, ...]
         */
        TensorData samples(TensorData latents);
    }

    /** Copies the names. */
    public MetricInput {
        classes = List.copyOf(classes);
    }

    /** Returns data and outputs without labels and a generator, with seed 0. */
    public static MetricInput of(TensorData real, TensorData fake) {
        return new MetricInput(real, fake, Optional.empty(), Optional.empty(), List.of(), 0, Optional.empty());
    }

    /** Returns a copy with this seed. */
    public MetricInput seed(long value) {
        return new MetricInput(real, fake, realLabels, fakeLabels, classes, value, generator);
    }

    /**
     * Returns a copy with the names of the classes and the class of each row.
     *
     * @param ofReal the class of each row of the data; empty without labels
     * @param ofFake the class that was asked of the generator; empty if none was
     */
    public MetricInput labeled(List<String> names, Optional<TensorData> ofReal, Optional<TensorData> ofFake) {
        return new MetricInput(real, fake, ofReal, ofFake, names, seed, generator);
    }

    /** Returns a copy with the generator of the outputs. */
    public MetricInput generator(Generator of) {
        return new MetricInput(real, fake, realLabels, fakeLabels, classes, seed, Optional.of(of));
    }
}
