package org.gan4j.api.evaluation;

import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.Weights;
import org.gan4j.tensor.TensorData;

/**
 * What a GAN makes for rows of data, and the field that it should be like. The GAN says what can be compared, a {@link
 * Metric} what it compares; all that fit are measured.
 *
 * @param with the field of the data, or what several are put together to
 * @param reference takes that from rows of the data
 * @param pairing in what way what is made should be like it
 * @param latent how many numbers are drawn for each row; 0 for none
 * @param generation what is made
 */
public record Comparison(Field with, Reference reference, Pairing pairing, int latent, Generation generation) {
    /** How what is made should be like the data. */
    public enum Pairing {
        /** As a whole: as good, and as various. */
        DISTRIBUTION,
        /** Row by row: what is made for a row should be the row's own, as in super-resolution. */
        PAIRS
    }

    public Comparison {
        if (latent < 0) {
            throw new IllegalArgumentException("the number of latents of a row must be 0 or more, not " + latent);
        }
    }

    /** With a field as the data have it. */
    public Comparison(Field with, Pairing pairing, int latent, Generation generation) {
        this(with, rows -> rows.get(with.name()), pairing, latent, generation);
    }

    /** What rows of data say it should be like. */
    @FunctionalInterface
    public interface Reference {
        /** From [N, ...] of each field, one for each row. */
        TensorData from(Map<String, TensorData> rows);
    }

    /** From rows of data to what should be like them. */
    @FunctionalInterface
    public interface Generation {
        /**
         * One for each row.
         *
         * @param rows samples of the data, [N, ...] of each field
         * @param latents standard normal, FLOAT [N, latent]
         * @param weights the weights to use
         * @return [N, ...], as the data have the field
         */
        TensorData of(Map<String, TensorData> rows, TensorData latents, Weights weights);
    }
}
