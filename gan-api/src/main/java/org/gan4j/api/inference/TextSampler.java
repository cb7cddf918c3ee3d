package org.gan4j.api.inference;

import java.util.List;

/** The capability of GANs that generate samples of a text. */
public interface TextSampler {
    /**
     * Returns a sampler of texts. Of N samples that it generates together, the first N/T show the first of T texts, the
     * next N/T the second, ...
     *
     * @param texts at least one text
     * @throws IllegalArgumentException if there is no text, or one that cannot be encoded, such as an empty one
     */
    LatentSampler of(List<String> texts);
}
