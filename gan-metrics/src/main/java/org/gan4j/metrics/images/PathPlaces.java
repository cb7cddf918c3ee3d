package org.gan4j.metrics.images;

/** The places on the path between two latents at which {@link PerceptualPathLength} measures the speed. */
public enum PathPlaces {
    /** Everywhere: t is uniform in [0, 1]. */
    FULL,
    /** At the first latents only, t = 0, which are as probable as any the generator was trained with. */
    END
}
