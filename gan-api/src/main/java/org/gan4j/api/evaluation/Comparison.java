package org.gan4j.api.evaluation;

import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.TensorData;

/**
 * A comparison of a GAN's outputs with the data that they should resemble. The GAN lists its comparisons, and each
 * {@link Metric} states which of them it applies to; every matching pair is measured.
 *
 * @param with the field of the data to compare with, or the field that several of them are combined into
 * @param reference takes the values of that field from rows of the data
 * @param pairing whether the outputs should resemble the data as a whole or row by row
 * @param latents the latents drawn for each row; {@link LatentSpace#none()} for none
 * @param generation computes the GAN's outputs for rows of the data
 * @param labeled whether each output is asked to be of the class in its row's field {@code label}
 */
public record Comparison(
        Field with, Reference reference, Pairing pairing, LatentSpace latents, Generation generation, boolean labeled) {
    /** The way in which outputs should resemble the data. */
    public enum Pairing {
        /** Resemblance as a whole: equal in quality and diversity. */
        DISTRIBUTION,
        /** Resemblance row by row: the output for a row should equal that row's reference, as in super-resolution. */
        PAIRS
    }

    /** Creates a comparison with a field as it is in the data. */
    public Comparison(Field with, Pairing pairing, LatentSpace latents, Generation generation) {
        this(with, rows -> rows.get(with.name()), pairing, latents, generation);
    }

    /** Creates a comparison with references that are taken from rows of the data. */
    public Comparison(Field with, Reference reference, Pairing pairing, LatentSpace latents, Generation generation) {
        this(with, reference, pairing, latents, generation, false);
    }

    /** Returns a copy whose outputs are asked to be of the classes of their rows. */
    public Comparison ofLabels() {
        return new Comparison(with, reference, pairing, latents, generation, true);
    }

    /** A function from rows of data to the values that outputs should resemble. */
    @FunctionalInterface
    public interface Reference {
        /**
         * Returns one reference per row, [N, ...].
         *
         * @param rows samples of the data, [N, ...] of each field, by the field's name
         */
        TensorData from(Map<String, TensorData> rows);
    }

    /** A function from rows of data to the GAN's outputs for them. */
    @FunctionalInterface
    public interface Generation {
        /**
         * Computes one output per row.
         *
         * @param rows samples of the data, [N, ...] of each field, by the field's name
         * @param latents the latents drawn for the rows, FLOAT [N, size]
         * @param weights the weights to use
         * @return the outputs, [N, ...], in the form of the field that they are compared with
         */
        TensorData of(Map<String, TensorData> rows, TensorData latents, Weights weights);
    }
}
