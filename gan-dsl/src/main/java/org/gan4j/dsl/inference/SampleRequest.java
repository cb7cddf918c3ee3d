package org.gan4j.dsl.inference;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gan4j.api.inference.Weights;

/**
 * What samples are asked for.
 *
 * <pre>{@code
 * gan.sample(SampleRequest.of(16).seed(7).truncation(0.7).ema())
 * gan.sample(SampleRequest.interpolations(4, 8)).saveGrid(file)
 * }</pre>
 *
 * @param count how many samples; of interpolations, how many rows
 * @param seed of the latents; the run's own if empty
 * @param truncation latents farther from 0 than this are drawn again (<a href="https://arxiv.org/abs/1809.11096">Brock et
 *     al. 2019</a>, the truncation trick): fewer kinds of samples, each more typical; at least 0.01
 * @param weights the weights to use
 * @param across how many pictures lie on the way from the first to the last of a row
 * @param label of which class: its name or number; of any if empty
 */
public record SampleRequest(
        int count,
        OptionalLong seed,
        OptionalDouble truncation,
        Weights weights,
        OptionalInt across,
        Optional<String> label) {
    private static final double LEAST_TRUNCATION = 0.01;

    public SampleRequest {
        if (count < 1) {
            throw new IllegalArgumentException("the number of samples must be at least 1, not " + count);
        }
        if (truncation.isPresent() && !(truncation.getAsDouble() >= LEAST_TRUNCATION)) {
            throw new IllegalArgumentException("the truncation must be at least " + LEAST_TRUNCATION + ", not "
                    + truncation.getAsDouble() + ": 0.5 to 1 is usual, above 3 it changes nothing");
        }
        if (across.isPresent() && across.getAsInt() < 2) {
            throw new IllegalArgumentException(
                    "a row of interpolations needs at least 2 pictures, not " + across.getAsInt());
        }
    }

    /** So many samples. */
    public static SampleRequest of(int count) {
        return new SampleRequest(
                count,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Weights.LATEST,
                OptionalInt.empty(),
                Optional.empty());
    }

    /**
     * Rows of pictures, each from one sample to another, through latents on the great circle between theirs
     * (<a href="https://arxiv.org/abs/1609.04468">White 2016</a>): a straight line would cross latents that are too short.
     *
     * @param across how many pictures a row has, both ends included
     */
    public static SampleRequest interpolations(int rows, int across) {
        return new SampleRequest(
                rows,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Weights.LATEST,
                OptionalInt.of(across),
                Optional.empty());
    }

    /** So many of them. */
    public SampleRequest count(int samples) {
        return new SampleRequest(samples, seed, truncation, weights, across, label);
    }

    /** With latents drawn from this seed. */
    public SampleRequest seed(long of) {
        return new SampleRequest(count, OptionalLong.of(of), truncation, weights, across, label);
    }

    /** With latents between -most and most. */
    public SampleRequest truncation(double most) {
        return new SampleRequest(count, seed, OptionalDouble.of(most), weights, across, label);
    }

    /** By the moving average of the generator. */
    public SampleRequest ema() {
        return new SampleRequest(count, seed, truncation, Weights.EMA, across, label);
    }

    /** Of the class with this name, in upper or lower case, or number. */
    public SampleRequest label(String name) {
        return new SampleRequest(count, seed, truncation, weights, across, Optional.of(name));
    }
}
