package org.gan4j.dsl.probe;

import java.util.Optional;
import org.gan4j.api.data.DataSource;

/**
 * A request for {@linkplain org.gan4j.metrics.linear.LinearProbe linear probes} of what a GAN has learned: of the features of
 * its networks that read images, of the latents of its encoder; and for comparison of the pixels, and of the same networks
 * before any training. Networks have their latest weights; the encoder's latents are those of its moving average, if the GAN
 * keeps one. Each method returns a changed copy.
 *
 * @param learned the number of images whose labels the probes learn from
 * @param tested the number of other images that they are tested on
 * @param heldOut data that the GAN was not trained on, from which the tested images are; if empty, they are others of the data
 *     of training, which the GAN knows without their labels
 */
public record ProbeRequest(int learned, int tested, Optional<DataSource> heldOut) {
    private static final int LEARNED = 5000;
    private static final int TESTED = 2000;
    private static final int LEAST = 10;

    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if one is less than 10
     */
    public ProbeRequest {
        if (learned < LEAST || tested < LEAST) {
            throw new IllegalArgumentException("a probe needs at least " + LEAST
                    + " images to learn from and as many to be tested on, not " + learned + " and " + tested + ": "
                    + LEARNED + " and " + TESTED + " are usual");
        }
    }

    /** Returns a request with 5,000 images to learn from and 2,000 to be tested on. */
    public static ProbeRequest standard() {
        return new ProbeRequest(LEARNED, TESTED, Optional.empty());
    }

    /**
     * Sets the numbers of images.
     *
     * @throws IllegalArgumentException if one is less than 10
     */
    public ProbeRequest counts(int toLearn, int toTest) {
        return new ProbeRequest(toLearn, toTest, heldOut);
    }

    /** Sets the data that the tested images are from. */
    public ProbeRequest heldOut(DataSource data) {
        return new ProbeRequest(learned, tested, Optional.of(data));
    }
}
