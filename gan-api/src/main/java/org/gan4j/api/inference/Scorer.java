package org.gan4j.api.inference;

import org.gan4j.tensor.TensorData;

/** The verb of GANs whose critic scores samples by themselves: what is asked for by {@code gan.score(...)}. */
public interface Scorer {
    /** One score a sample, [N], for samples [N, ...] as the data have them. */
    TensorData scores(TensorData samples);
}
