package org.gan4j.dsl.editing;

import java.util.Optional;
import java.util.OptionalDouble;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.inference.LatentDirections;
import org.gan4j.dsl.inference.Latents;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Truncated;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The space in which samples are edited: that of the latents z, or of the styles w if the generator has styles.
 *
 * @param sampler makes samples of the space
 * @param drawn the points of the requested samples
 * @param weights the weights to use
 * @param styles maps latents to points; empty if latents are the points
 */
public record EditSpace(LatentSampler sampler, Latents drawn, Weights weights, Optional<StyleSampler> styles) {
    /** The number of styles whose principal components are taken. */
    private static final int STYLES = 2000;

    /**
     * Returns the space of latents.
     *
     * @param request the samples; it must say which weights
     * @param seed the seed of the latents if the request sets none
     */
    public static EditSpace ofLatents(LatentSampler plain, SampleRequest request, long seed) {
        Truncated<LatentSampler> chosen = Truncated.of(plain, request, LatentSampler::truncated);
        Latents drawn = new Latents(
                plain.latents(), request.seed().orElse(seed), chosen.request().truncation());
        return new EditSpace(chosen.by(), drawn, request.weights().orElseThrow(), Optional.empty());
    }

    /**
     * Returns the space of styles.
     *
     * @param request the samples; it must say which weights
     * @param seed the seed of the latents if the request sets none
     */
    public static EditSpace ofStyles(StyleSampler styles, SampleRequest request, long seed) {
        Weights weights = request.weights().orElseThrow();
        LatentSampler sampler = styles.inStyles(request.truncation().orElse(1), weights);
        Latents drawn = new Latents(sampler.latents(), request.seed().orElse(seed), OptionalDouble.empty());
        return new EditSpace(sampler, drawn, weights, Optional.of(styles));
    }

    /** Returns the points of latents, which are FLOAT [N,L]. */
    public TensorData of(TensorData latents) {
        return styles.map(each -> each.styles(latents, weights)).orElse(latents);
    }

    /**
     * Returns one of the directions in which samples, or styles, change most. That of styles has the length of their
     * standard deviation along it, that of latents 1.
     *
     * @param number the number of the direction, counted from 0
     * @throws IllegalArgumentException if there is no such direction
     */
    public float[] direction(int number, long seed) {
        int size = sampler.latents().size();
        if (number >= size) {
            throw new IllegalArgumentException(
                    "this generator has " + size + (styles.isPresent() ? " values of styles" : " latents")
                            + ", and as many directions: there is no number " + (number + 1));
        }
        if (styles.isEmpty()) {
            return LatentDirections.of(sampler, weights, seed, number + 1).direction(number);
        }
        float[] rows = sampler.latents().rows(seed, 0, STYLES);
        TensorData points = TensorData.of(rows, Shape.of(STYLES, size));
        return scaled(LatentDirections.principal(points, number + 1).direction(number), rows);
    }

    /** Returns a direction times the standard deviation of rows along it. */
    private static float[] scaled(float[] direction, float[] rows) {
        int size = direction.length;
        int count = rows.length / size;
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < count; row++) {
            double along = 0;
            for (int i = 0; i < size; i++) {
                along += (double) rows[row * size + i] * direction[i];
            }
            sum += along;
            squares += along * along;
        }
        double deviation = Math.sqrt(Math.max(0, squares - sum * sum / count) / (count - 1));
        float[] scaled = direction.clone();
        for (int i = 0; i < size; i++) {
            scaled[i] *= (float) deviation;
        }
        return scaled;
    }
}
