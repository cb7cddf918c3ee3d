package org.gan4j.dsl.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gan4j.api.inference.Weights;

/**
 * A request for samples: how many, and how they are generated. Each method returns a changed copy.
 *
 * <pre>{@code
 * gan.sample(SampleRequest.of(16).seed(7).truncation(0.7).ema())
 * gan.sample(SampleRequest.interpolations(4, 8)).saveGrid(file)
 * }</pre>
 *
 * @param count the number of samples; for interpolations, the number of rows
 * @param seed the seed of the latents; the GAN's own if empty
 * @param truncation the largest absolute value of a latent, at least 0.01; larger ones are drawn again
 *     (<a href="https://arxiv.org/abs/1809.11096">Brock et al. 2019</a>, the truncation trick), which makes samples
 *     more typical and less various; of the application style, the factor of their distance from the mean style; no
 *     limit if empty
 * @param weights the weights to use: the latest ones, or their moving average; if empty, the moving average if the GAN
 *     keeps one, which usually makes better samples
 * @param across the number of samples in a row of interpolations, both ends included; no interpolations if empty
 * @param label the class of the samples, by name or number; any class if empty
 * @param tags the tags of the samples, for GANs of tags; a hyphen before a name asks for samples without it; any tags if empty
 * @param texts the texts that the samples should show, {@code count} samples each; none if empty
 * @param shares the shares of classes, whose samples follow one another; if empty, the classes are as they come
 */
public record SampleRequest(
        int count,
        OptionalLong seed,
        OptionalDouble truncation,
        Optional<Weights> weights,
        OptionalInt across,
        Optional<String> label,
        List<String> tags,
        List<String> texts,
        Optional<ClassShares> shares) {
    private static final double LEAST_TRUNCATION = 0.01;

    /**
     * Validates the request.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1, {@code truncation} less than 0.01, or {@code
     *     across} less than 2; or if there are two of label, tags, texts and shares, or shares and interpolations
     */
    public SampleRequest {
        tags = List.copyOf(tags);
        texts = List.copyOf(texts);
        if (!tags.isEmpty() && (label.isPresent() || !texts.isEmpty() || shares.isPresent())) {
            throw new IllegalArgumentException("samples have either tags or "
                    + (label.isPresent() ? "the class " + label.get() : texts.isEmpty() ? "shares of classes" : "texts")
                    + ": leave out one of the two");
        }
        if (label.isPresent() && !texts.isEmpty()) {
            throw new IllegalArgumentException(
                    "samples show either the class " + label.get() + " or texts: leave out one of the two");
        }
        if (shares.isPresent() && (label.isPresent() || !texts.isEmpty() || across.isPresent())) {
            throw new IllegalArgumentException("shares of classes apply to single samples of any class: leave out the "
                    + (label.isPresent() ? "label" : texts.isEmpty() ? "interpolations" : "texts"));
        }
        if (count < 1) {
            throw new IllegalArgumentException("the number of samples must be at least 1, not " + count);
        }
        if (truncation.isPresent() && !(truncation.getAsDouble() >= LEAST_TRUNCATION)) {
            throw new IllegalArgumentException("the truncation must be at least " + LEAST_TRUNCATION + ", not "
                    + truncation.getAsDouble() + ": 0.5 to 1 is usual; above 3 it changes nothing, with styles 1 does");
        }
        if (across.isPresent() && across.getAsInt() < 2) {
            throw new IllegalArgumentException(
                    "a row of interpolations needs at least 2 images, not " + across.getAsInt());
        }
    }

    /**
     * Returns a request for {@code count} samples.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static SampleRequest of(int count) {
        return new SampleRequest(
                count,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /**
     * Returns a request for rows of interpolations, each from one sample to another, through latents on the great
     * circle between theirs (<a href="https://arxiv.org/abs/1609.04468">White 2016</a>); latents on a straight line
     * would be too short.
     *
     * @param rows the number of rows
     * @param across the number of samples in a row, both ends included
     * @throws IllegalArgumentException if {@code rows} is less than 1, or {@code across} less than 2
     */
    public static SampleRequest interpolations(int rows, int across) {
        return new SampleRequest(
                rows,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalInt.of(across),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /**
     * Sets the number of samples; for interpolations, the number of rows.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public SampleRequest count(int samples) {
        return new SampleRequest(samples, seed, truncation, weights, across, label, tags, texts, shares);
    }

    /** Sets the seed of the latents. Defaults to the GAN's own seed. */
    public SampleRequest seed(long value) {
        return new SampleRequest(
                count, OptionalLong.of(value), truncation, weights, across, label, tags, texts, shares);
    }

    /**
     * Sets the truncation: all latents lie between {@code -most} and {@code most}; of the application style, these are
     * moved toward their mean by this factor. Defaults to no limit.
     *
     * @param most at least 0.01; 0.5 to 1 is usual
     * @throws IllegalArgumentException if it is less than 0.01
     */
    public SampleRequest truncation(double most) {
        return new SampleRequest(count, seed, OptionalDouble.of(most), weights, across, label, tags, texts, shares);
    }

    /** Returns a copy without truncation. */
    public SampleRequest untruncated() {
        return new SampleRequest(count, seed, OptionalDouble.empty(), weights, across, label, tags, texts, shares);
    }

    /** Selects the moving average of the generator's weights, which is the default if the GAN keeps one. */
    public SampleRequest ema() {
        return weights(Weights.EMA);
    }

    /** Selects the latest weights. Defaults to their moving average if the GAN keeps one. */
    public SampleRequest latest() {
        return weights(Weights.LATEST);
    }

    /** Selects weights. */
    public SampleRequest weights(Weights selected) {
        return new SampleRequest(count, seed, truncation, Optional.of(selected), across, label, tags, texts, shares);
    }

    /**
     * Sets the class of the samples, by its name, or by its number if names are no numbers. Defaults to any class.
     *
     * @throws IllegalArgumentException if there are tags, texts or shares
     */
    public SampleRequest label(String name) {
        return new SampleRequest(count, seed, truncation, weights, across, Optional.of(name), tags, texts, shares);
    }

    /**
     * Sets the tags that the samples should have, by name; a hyphen before a name asks for samples without it. A text may hold
     * several, with commas between. Defaults to none: any tags.
     *
     * @throws IllegalArgumentException if there are a label, texts or shares
     */
    public SampleRequest tags(String... wished) {
        List<String> each = Arrays.stream(wished)
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        return new SampleRequest(count, seed, truncation, weights, across, label, each, texts, shares);
    }

    /**
     * Sets the texts that the samples should show. Each text has {@code count} samples, with the same latents as those of
     * the other texts. Defaults to none.
     *
     * @throws IllegalArgumentException if there are a label, tags or shares
     */
    public SampleRequest texts(String... shown) {
        return texts(List.of(shown));
    }

    /**
     * Sets the texts that the samples should show, as {@link #texts(String...)} does.
     *
     * @throws IllegalArgumentException if there are a label, tags or shares
     */
    public SampleRequest texts(List<String> shown) {
        return new SampleRequest(count, seed, truncation, weights, across, label, tags, shown, shares);
    }

    /**
     * Sets the shares of classes, by name or number, whatever those of the data are; {@link ClassShares} rounds them to
     * whole samples. The samples of one class follow those of another. GANs of classes are asked for each; of others,
     * samples that a classifier finds in another class are dropped. Defaults to the classes as they come.
     *
     * @throws IllegalArgumentException if a share is negative or all are 0, or if there are a label, tags,
     *     texts or interpolations
     */
    public SampleRequest shares(Map<String, Double> ofClasses) {
        return shares(new ClassShares(ofClasses));
    }

    /**
     * Sets the shares of classes, as {@link #shares(Map)} does.
     *
     * @throws IllegalArgumentException if there are a label, tags, texts or interpolations
     */
    public SampleRequest shares(ClassShares ofClasses) {
        return new SampleRequest(count, seed, truncation, weights, across, label, tags, texts, Optional.of(ofClasses));
    }
}
