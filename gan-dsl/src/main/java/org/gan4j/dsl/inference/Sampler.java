package org.gan4j.dsl.inference;

import java.util.Collections;
import java.util.OptionalInt;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Draws the latents of a request and generates its samples; used by {@link org.gan4j.dsl.Gan#sample(SampleRequest)}.
 *
 * @param sampling the capability that generates samples from latents
 */
public record Sampler(LatentSampler sampling) {
    private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

    /**
     * Generates the samples of a request.
     *
     * @param seed the seed of the latents if the request sets none
     * @throws IllegalArgumentException if the samples do not fit into one array
     */
    public Samples sample(SampleRequest request, long seed) {
        int across = request.across().orElse(1);
        int texts = Math.max(1, request.texts().size());
        requireRoom((long) request.count() * across * texts);
        Latents latents = new Latents(sampling.latents(), request.seed().orElse(seed), request.truncation());
        float[] drawn = request.across().isPresent()
                ? latents.interpolations(request.count(), across)
                : latents.rows(0, request.count());
        TensorData rows = TensorData.of(
                drawn,
                Shape.of((long) request.count() * across, sampling.latents().size()));
        TensorData ofEach = TensorData.joined(Collections.nCopies(texts, rows));
        OptionalInt columns = request.across().isEmpty() && !request.texts().isEmpty()
                ? OptionalInt.of(request.count())
                : request.across();
        return new Samples(sampling.samples(ofEach, request.weights().orElseThrow()), columns);
    }

    private void requireRoom(long count) {
        int most = MOST_FLOATS
                / Math.max(sampling.latents().size(), sampling.sample().size());
        if (count > most) {
            throw new IllegalArgumentException("at most " + most + " samples of this size fit into one array, not "
                    + count + ": generate them in parts, with different seeds");
        }
    }
}
