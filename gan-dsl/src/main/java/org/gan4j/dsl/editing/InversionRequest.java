package org.gan4j.dsl.editing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.inference.SampleRequest;

/**
 * A request for the latents from which a generator makes given images. Each method returns a changed copy.
 *
 * @param steps the number of steps of optimization; 0 keeps the latents of the start
 * @param candidates the number of random latents of which the best eight are starts, if there is no encoder
 * @param encoder whether the start is the encoder's, if the GAN has one
 * @param seed the seed of the random latents; the GAN's own if empty
 * @param weights the weights to use; if empty, the moving average if the GAN keeps one
 * @param label the class of the images, for a GAN of classes
 * @param tags tags of the images, for a GAN of tags; the others are those of an example of the data
 */
public record InversionRequest(
        int steps,
        int candidates,
        boolean encoder,
        OptionalLong seed,
        Optional<Weights> weights,
        Optional<String> label,
        List<String> tags) {
    private static final int STEPS = 200;
    private static final int CANDIDATES = 256;

    /**
     * Validates the request.
     *
     * @throws IllegalArgumentException if there are fewer than 0 steps, or fewer than 1 candidate
     */
    public InversionRequest {
        tags = List.copyOf(tags);
        if (steps < 0 || candidates < 1) {
            throw new IllegalArgumentException("an inversion needs at least 0 steps and 1 candidate, not " + steps
                    + " and " + candidates + ": " + STEPS + " and " + CANDIDATES + " are usual");
        }
    }

    /** Returns a request with 200 steps, from the encoder's latents or the best of 256. */
    public static InversionRequest standard() {
        return new InversionRequest(
                STEPS, CANDIDATES, true, OptionalLong.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Sets the number of steps. Defaults to 200.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public InversionRequest steps(int count) {
        return new InversionRequest(count, candidates, encoder, seed, weights, label, tags);
    }

    /** Starts from random latents, even if the GAN has an encoder. */
    public InversionRequest withoutEncoder() {
        return new InversionRequest(steps, candidates, false, seed, weights, label, tags);
    }

    /** Sets the seed of the random latents. Defaults to the GAN's own seed. */
    public InversionRequest seed(long value) {
        return new InversionRequest(steps, candidates, encoder, OptionalLong.of(value), weights, label, tags);
    }

    /** Selects weights. Defaults to the moving average if the GAN keeps one. */
    public InversionRequest weights(Weights selected) {
        return new InversionRequest(steps, candidates, encoder, seed, Optional.of(selected), label, tags);
    }

    /** Sets the class of the images, by name or number, which a GAN of classes needs. */
    public InversionRequest label(String name) {
        return new InversionRequest(steps, candidates, encoder, seed, weights, Optional.of(name), tags);
    }

    /**
     * Sets tags of the images, by name; a hyphen before a name says that they lack it. Defaults to those of an example of the
     * data.
     */
    public InversionRequest tags(String... names) {
        return new InversionRequest(
                steps,
                candidates,
                encoder,
                seed,
                weights,
                label,
                SampleRequest.of(1).tags(names).tags());
    }

    /**
     * Sets the number of random latents of which the best eight are starts, if there is no encoder. Defaults to 256.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public InversionRequest candidates(int count) {
        return new InversionRequest(steps, count, encoder, seed, weights, label, tags);
    }
}
