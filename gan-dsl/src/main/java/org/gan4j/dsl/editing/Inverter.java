package org.gan4j.dsl.editing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TagSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.editing.LatentInversion.Found;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Finds latents of images for one GAN; used by {@link org.gan4j.dsl.Gan#invert}. */
public final class Inverter {
    /** Several, since the distance has minima of its own beside each; the encoder has one. */
    private static final int STARTS = 8;

    /** The images that are inverted at once, as each has copies for all of its starts. */
    private static final int PART = 64;

    /** The latents of the starts of some images, and those that were found. */
    private record Part(Found first, Found found) {}

    /** What the samples are asked to be. */
    private record Wish(Optional<String> label, List<String> tags) {}

    private final Plan plan;
    private final InferenceRunner runner;
    private final Field image;
    private final Map<Wish, LatentInversion> known = new HashMap<>();

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
     * @throws IllegalArgumentException if the GAN generates nothing from latents alone, there is no such class or tag, or the images
     *     have another form than its samples
     */
    public Inversion invert(TensorData images, InversionRequest request, long seed, Weights weights) {
        Shape shape = images.shape();
        if (!image.isBatch(images)) {
            throw new IllegalArgumentException("this GAN generates samples " + image.dtype() + " " + image.shape()
                    + ", so it has no latents of " + images.dtype() + " " + shape + ": pass [N, ...] of that shape");
        }
        LatentInversion inversion = known.computeIfAbsent(new Wish(request.label(), request.tags()), this::of);
        boolean encoded = request.encoder() && plan.has(Encoder.class);
        int count = shape.dim(0);
        if (count == 0) {
            throw new IllegalArgumentException("there is no image to find latents of: pass at least one");
        }
        List<Part> parts = IntStream.iterate(0, from -> from < count, from -> from + PART)
                .mapToObj(from -> part(
                        inversion,
                        images.rows(from, Math.min(from + PART, count)),
                        request,
                        encoded,
                        request.seed().orElse(seed),
                        weights))
                .toList();
        TensorData start = joined(parts, Part::first);
        TensorData latents = joined(parts, Part::found);
        return new Inversion(
                images,
                new Samples(inversion.sampler().samples(start, weights)),
                new Samples(inversion.sampler().samples(latents, weights)),
                latents,
                roots(parts, Part::first),
                roots(parts, Part::found),
                encoded);
    }

    private static TensorData joined(List<Part> parts, Function<Part, Found> which) {
        return TensorData.joined(parts.stream().map(which).map(Found::latents).toList());
    }

    private static double[] roots(List<Part> parts, Function<Part, Found> which) {
        return parts.stream()
                .map(which)
                .flatMapToDouble(found -> Arrays.stream(found.distances()))
                .map(Math::sqrt)
                .toArray();
    }

    private Part part(
            LatentInversion inversion,
            TensorData images,
            InversionRequest request,
            boolean encoded,
            long seed,
            Weights weights) {
        int starts = encoded ? 1 : Math.min(STARTS, request.candidates());
        TensorData all = encoded
                ? plan.capability(Encoder.class, runner).encode(images, weights)
                : inversion.best(images, request.candidates(), starts, seed, weights);
        TensorData targets = repeated(images, starts);
        Found first = LatentInversion.bestStarts(inversion.improved(targets, all, 0, weights), starts);
        Found found = request.steps() == 0
                ? first
                : LatentInversion.bestStarts(inversion.improved(targets, all, request.steps(), weights), starts);
        return new Part(first, found);
    }

    /** Returns each image as often as it has starts. */
    private static TensorData repeated(TensorData images, int starts) {
        return TensorData.joined(IntStream.range(0, images.shape().dim(0) * starts)
                .mapToObj(row -> images.rows(row / starts, row / starts + 1))
                .toList());
    }

    private LatentInversion of(Wish wish) {
        DistanceRunner distances = new DistanceRunner(runner, image);
        return new LatentInversion(sampler(runner, wish), sampler(distances, wish), distances);
    }

    private LatentSampler sampler(InferenceRunner with, Wish wish) {
        Optional<String> label = wish.label();
        if (!plan.has(LatentSampler.class)) {
            throw new IllegalArgumentException(
                    "this GAN generates nothing from latents alone, so there are none to find: use another run");
        }
        if (label.isEmpty() && plan.has(ConditionalSampler.class)) {
            throw new IllegalArgumentException("this GAN generates images of a class, one of "
                    + plan.capability(ConditionalSampler.class, with).labels()
                    + ": name that of the images as the label");
        }
        if (!wish.tags().isEmpty() && !plan.has(TagSampler.class)) {
            throw new IllegalArgumentException("this GAN knows no tags: leave out the tags " + wish.tags());
        }
        if (label.isPresent() && !plan.has(ConditionalSampler.class)) {
            throw new IllegalArgumentException("this GAN knows no classes: leave out the label " + label.get());
        }
        if (plan.has(TagSampler.class)) {
            return plan.capability(TagSampler.class, with).ofOne(wish.tags());
        }
        return label.isPresent()
                ? plan.capability(ConditionalSampler.class, with).of(label.get())
                : plan.capability(LatentSampler.class, with);
    }
}
