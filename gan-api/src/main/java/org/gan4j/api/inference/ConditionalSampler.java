package org.gan4j.api.inference;

import java.util.List;

/** The verb of GANs that make samples of a class. */
public interface ConditionalSampler {
    /** The classes, by number. */
    List<String> labels();

    /**
     * Samples of one class only.
     *
     * @param label a class's name, in upper or lower case, or its number
     * @throws IllegalArgumentException if there is no such class, with the near miss or those there are
     */
    LatentSampler of(String label);
}
