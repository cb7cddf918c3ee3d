package org.gan4j.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.provenance.Imprint;
import org.gan4j.provenance.watermark.Watermark;
import picocli.CommandLine.Option;

/** The option of an invisible watermark in the images that a command writes. */
final class WatermarkChoice {
    /** The environment variable that holds a key which the command line must not show. */
    static final String VARIABLE = "GAN_WATERMARK_KEY";

    /** The key that stands for the one in the environment variable. */
    static final String FROM_ENVIRONMENT = "env";

    @Option(
            names = "--watermark",
            paramLabel = "KEY",
            description =
                    "Put an invisible watermark into the images, which gan verify finds by this secret key; env takes"
                            + " the key from the environment variable " + VARIABLE + ", out of sight of other users.")
    private String key;

    private final AtomicInteger marked = new AtomicInteger();
    private final AtomicInteger weak = new AtomicInteger();

    /**
     * Returns the watermark of a key.
     *
     * @param key the key, {@link #FROM_ENVIRONMENT}, or null
     * @throws IllegalArgumentException if the key is blank, or the environment has none
     */
    static Optional<Watermark> of(String key, Map<String, String> environment) {
        if (key == null) {
            return Optional.empty();
        }
        if (!key.equals(FROM_ENVIRONMENT)) {
            return Optional.of(Watermark.of(key));
        }
        String secret = environment.getOrDefault(VARIABLE, "");
        if (secret.isBlank()) {
            throw new IllegalArgumentException("--watermark env takes the key from the environment variable " + VARIABLE
                    + ", which is not set: set it, or pass a key");
        }
        return Optional.of(Watermark.of(secret));
    }

    /** Returns whether there is to be a watermark. */
    boolean isWished() {
        return key != null;
    }

    /**
     * Requires that the command writes images, if there is to be a watermark.
     *
     * @param what what it writes in place of them
     * @throws IllegalArgumentException if it does not
     */
    void requireImages(boolean images, String what) {
        if (isWished() && !images) {
            throw new IllegalArgumentException("--watermark marks image files, and " + what + ": leave it out");
        }
    }

    /**
     * Lets a GAN mark its images.
     *
     * @throws IllegalArgumentException if the key is blank, or the environment has none
     */
    void applyTo(Gan gan) {
        counting().ifPresent(gan::watermark);
    }

    /**
     * Lets a GAN mark its images, and returns the marks of those that it makes of others.
     *
     * @param latest whether it makes them with its latest weights, rather than with its default ones
     * @throws IllegalArgumentException if the key is blank, or the environment has none
     */
    Imprint imprint(Gan gan, boolean latest) {
        applyTo(gan);
        return latest ? gan.imprint().weights(Weights.LATEST) : gan.imprint();
    }

    /**
     * Returns samples whose images are marked.
     *
     * @throws IllegalArgumentException if the key is blank, or the environment has none
     */
    Samples appliedTo(Samples samples) {
        return counting().map(samples::withWatermark).orElse(samples);
    }

    /** Returns the watermark, which counts the images that it marks. */
    private Optional<Watermark> counting() {
        return of(key, System.getenv())
                .map(watermark -> watermark.listening(image -> {
                    marked.incrementAndGet();
                    if (!image.robust()) {
                        weak.incrementAndGet();
                    }
                }));
    }

    /** Warns if the watermark is weak in some of the images. */
    void warn(Consumer<String> warnings) {
        if (weak.get() > 0) {
            warnings.accept(String.format(
                    Locale.ROOT,
                    "in %,d of %,d images the watermark may not survive JPEG and cropping, since they are too small or too"
                            + " restless for an invisible one: write a grid, or images of at least 64×64 pixels",
                    weak.get(),
                    marked.get()));
        }
    }
}
