package org.gan4j.api.inference;

import java.util.List;

/** The capability of GANs that generate samples with given tags, such as {@code blonde hair} and {@code smile}. */
public interface TagSampler {
    /** Returns the names of the tags. */
    List<String> tags();

    /**
     * Returns a sampler of samples that have some tags and lack others. The tags that are not named are those of examples of the
     * data, so that they occur together as they do there.
     *
     * @param wishes the names of tags, in any case; a hyphen before a name asks for samples without it, as in {@code -hat}.
     *     None for any samples
     * @throws IllegalArgumentException if there is no such tag, or one is both asked for and excluded; the message suggests the
     *     nearest name or lists the names
     */
    LatentSampler of(List<String> wishes);

    /**
     * Returns a sampler as {@link #of} does, but all of its samples have the same tags: those of one example. So latents alone
     * make the difference between them, as in walks.
     *
     * @param wishes the names of tags, as in {@link #of}
     * @throws IllegalArgumentException as {@link #of} does
     */
    LatentSampler ofOne(List<String> wishes);
}
