package org.gan4j.api.inference;

import java.util.List;

/** The capability of GANs that generate samples of a given class. */
public interface ConditionalSampler {
    /** Returns the classes' names, in the order of their numbers. */
    List<String> labels();

    /**
     * Returns a sampler of one class.
     *
     * @param label the class's exact name, or in other case if only one class has it; or its number, counted from 0, unless
     *     names are whole numbers themselves
     * @throws IllegalArgumentException if there is no such class; the message suggests the nearest name or lists the
     *     names
     */
    LatentSampler of(String label);
}
