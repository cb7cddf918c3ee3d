package org.gan4j.dsl.editing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.editing.LatentInversion.Found;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Finds latents of images for one GAN; used by {@link org.gan4j.dsl.Gan#invert}. */
public final class Inverter {
    /** Several, since the distance has minima of its own beside each; the encoder has one. */
    private static final int STARTS = 8;

    private final Plan plan;
    private final InferenceRunner runner;
    private final Field image;
    private final Map<Optional<String>, LatentInversion> known = new HashMap<>();

    /**
     * Creates an inverter of a GAN with a generator of latents.
     *
     * @param plan makes the capabilities
     * @param runner runs the networks
     * @param image the form of the samples
     */
    public Inverter(Plan plan, InferenceRunner runner, Field image) {
        this.plan = plan;
        this.runner = runner;
        this.image = image;
    }

    /**
     * Finds latents.
     *
     * @param seed the seed of random latents if the request sets none
     * @param weights the weights to use
     * @throws IllegalArgumentException if the GAN generates nothing from latents alone, there is no such class, or the images
     *     have another form than its samples
     */
    public Inversion invert(TensorData images, InversionRequest request, long seed, Weights weights) {
        Shape shape = images.shape();
        if (images.dtype() != image.dtype() || shape.rank() == 0 || !shape.equals(image.batch(shape.dim(0)))) {
            throw new IllegalArgumentException("this GAN generates samples " + image.dtype() + " " + image.shape()
                    + ", so it has no latents of " + images.dtype() + " " + shape + ": pass [N, ...] of that shape");
        }
        LatentInversion inversion = known.computeIfAbsent(request.label(), this::of);
        boolean encoded = request.encoder() && plan.has(Encoder.class);
        int starts = encoded ? 1 : Math.min(STARTS, request.candidates());
        TensorData all = encoded
                ? plan.capability(Encoder.class, runner).encode(images, weights)
                : inversion.best(
                        images, request.candidates(), starts, request.seed().orElse(seed), weights);
        TensorData targets = repeated(images, starts);
        Found first = LatentInversion.bestStarts(inversion.improved(targets, all, 0, weights), starts);
        Found found = request.steps() == 0
                ? first
                : LatentInversion.bestStarts(inversion.improved(targets, all, request.steps(), weights), starts);
        return new Inversion(
                images,
                new Samples(inversion.sampler().samples(first.latents(), weights)),
                new Samples(inversion.sampler().samples(found.latents(), weights)),
                found.latents(),
                roots(first.distances()),
                roots(found.distances()),
                encoded);
    }

    /** Returns each image as often as it has starts. */
    private static TensorData repeated(TensorData images, int starts) {
        return TensorData.joined(IntStream.range(0, images.shape().dim(0) * starts)
                .mapToObj(row -> images.rows(row / starts, row / starts + 1))
                .toList());
    }

    private LatentInversion of(Optional<String> label) {
        DistanceRunner distances = new DistanceRunner(runner, image);
        return new LatentInversion(sampler(runner, label), sampler(distances, label), distances);
    }

    private LatentSampler sampler(InferenceRunner with, Optional<String> label) {
        if (!plan.has(LatentSampler.class)) {
            throw new IllegalArgumentException(
                    "this GAN generates nothing from latents alone, so there are none to find: use another run");
        }
        if (label.isEmpty() && plan.has(ConditionalSampler.class)) {
            throw new IllegalArgumentException("this GAN generates images of a class, one of "
                    + plan.capability(ConditionalSampler.class, with).labels()
                    + ": name that of the images as the label");
        }
        if (label.isPresent() && !plan.has(ConditionalSampler.class)) {
            throw new IllegalArgumentException("this GAN knows no classes: leave out the label " + label.get());
        }
        return label.isPresent()
                ? plan.capability(ConditionalSampler.class, with).of(label.get())
                : plan.capability(LatentSampler.class, with);
    }

    private static double[] roots(double[] squares) {
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }
}
