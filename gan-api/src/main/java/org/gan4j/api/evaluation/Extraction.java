package org.gan4j.api.evaluation;

import java.util.Optional;
import org.gan4j.tensor.TensorData;

/** A running {@link Extractor}. Only one thread may use it at a time. */
public interface Extraction extends AutoCloseable {
    /** Returns the network and the layer that compute the features, or what they are otherwise, in a few words. */
    String network();

    /** Returns a digest of the weights, so that equal numbers mean equal weights; "none" if there are none. */
    String weights();

    /** Returns how samples are resized, such as "triangle filter to 96×96"; "none" if they are not. */
    String resizing();

    /**
     * Computes the features of samples.
     *
     * @param samples [N, ...], images in [-1, 1]
     */
    Extracted of(TensorData samples);

    /** Frees the memory of the network. */
    @Override
    void close();

    /**
     * What was computed of samples.
     *
     * @param features one row per sample, FLOAT [N,F]
     * @param probabilities the probabilities of the classes, FLOAT [N,K]; empty if the network does not classify
     */
    record Extracted(TensorData features, Optional<TensorData> probabilities) {
        /** Returns features without probabilities. */
        public static Extracted of(TensorData features) {
            return new Extracted(features, Optional.empty());
        }
    }
}
