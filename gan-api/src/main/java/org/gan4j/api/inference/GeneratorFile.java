package org.gan4j.api.inference;

import java.util.Map;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** An open file with a generator whose only inputs are latents. Several threads must take turns. */
public interface GeneratorFile extends AutoCloseable {
    /** Returns the number of latents per sample. */
    int latents();

    /** Returns the shape of one sample: [C,H,W] for images, [D] for vectors. */
    Shape sample();

    /** Returns what the file says about itself, such as {@code gan4j.latents}; empty if it says nothing. */
    Map<String, String> notes();

    /**
     * Computes one sample per row of latents, in the range that the generator has.
     *
     * @param latents FLOAT [N, {@link #latents()}]
     * @return FLOAT [N, {@link #sample()}...]
     * @throws IllegalArgumentException if the generator cannot compute them
     */
    TensorData compute(TensorData latents);

    @Override
    void close();
}
