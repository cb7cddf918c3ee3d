package org.gan4j.cli.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TextSampler;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.TensorData;

/**
 * Samples of a run.
 *
 * @param run the run, as it was named
 * @param step the number of steps that it was trained for
 * @param images [N,C,H,W] in [-1, 1]
 * @param texts the text that each sample should show; empty if they show nothing in particular
 */
public record SampledRun(String run, int step, TensorData images, List<String> texts) {
    /**
     * Validates the images.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public SampledRun {
        texts = List.copyOf(texts);
        for (float value : images.toFloats()) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("its samples have values that are not finite, so there is nothing to"
                        + " see: use an earlier checkpoint with --step");
            }
        }
    }

    /**
     * Requires that a run generates samples by itself, from latents, classes or texts.
     *
     * @throws IllegalArgumentException if it turns images into others instead
     */
    public static void requireSamples(String run, Gan gan) {
        if (Stream.of(LatentSampler.class, ConditionalSampler.class, TextSampler.class)
                .noneMatch(gan::can)) {
            throw new IllegalArgumentException(run + ": the application "
                    + gan.spec().application().name()
                    + " generates nothing from latents, classes or texts, so there are"
                    + " no samples to rate: name a run that does");
        }
    }

    /**
     * Generates samples of a run. Sample i has the text of real image i, if raters see texts or the run needs them.
     *
     * @param run the run, as it was named
     * @param gan the trained GAN
     * @param real the real images of the study
     * @param kind the question of the study
     * @param count the number of samples
     * @param options applies the options of the command to a request
     * @throws IllegalArgumentException if the run cannot generate such samples, or they are not images
     */
    public static SampledRun of(
            String run, Gan gan, RealImages real, RatingKind kind, int count, UnaryOperator<SampleRequest> options) {
        try {
            List<String> texts = texts(gan, real, kind);
            TensorData images = images(gan, texts, options.apply(SampleRequest.of(count)));
            return new SampledRun(run, gan.steps(), images, texts);
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException(run + ": " + problem.getMessage(), problem);
        }
    }

    private static List<String> texts(Gan gan, RealImages real, RatingKind kind) {
        if (gan.can(TextSampler.class)) {
            return real.texts(Field.CAPTION);
        }
        if (kind != RatingKind.RELEVANCE) {
            return List.of();
        }
        if (!gan.can(ConditionalSampler.class)) {
            throw new IllegalArgumentException("the application "
                    + gan.spec().application().name() + " knows neither classes nor texts, so its samples are relevant"
                    + " to nothing: rate --kind quality or real-or-fake");
        }
        return real.texts(Field.LABEL);
    }

    private static TensorData images(Gan gan, List<String> texts, SampleRequest request) {
        if (texts.isEmpty()) {
            return images(gan.sample(request));
        }
        long seed = request.seed().orElse(gan.spec().seed());
        List<TensorData> images = new ArrayList<>();
        for (int i = 0; i < request.count(); i++) { // each from latents of its own
            SampleRequest one = request.count(1).seed(seed + i);
            String text = texts.get(i);
            images.add(images(gan.sample(gan.can(TextSampler.class) ? one.texts(text) : one.label(text))));
        }
        return TensorData.joined(images);
    }

    private static TensorData images(Samples samples) {
        if (!samples.areImages()) {
            throw new IllegalArgumentException("its samples are not images but "
                    + samples.data().shape() + ", and people rate images: name a run that generates images");
        }
        return samples.data();
    }
}
