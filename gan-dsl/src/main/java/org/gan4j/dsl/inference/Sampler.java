package org.gan4j.dsl.inference;

import org.gan4j.api.inference.LatentSampler;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Draws the latents that are asked for, and has samples made of them. */
public record Sampler(LatentSampler sampling) {
    private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

    public Samples sample(SampleRequest asked, long seed) {
        int across = asked.across().orElse(1);
        requireRoom((long) asked.count() * across);
        int latent = sampling.latent();
        Latents latents = new Latents(latent, asked.seed().orElse(seed), asked.truncation());
        float[] drawn = asked.across().isPresent()
                ? latents.interpolations(asked.count(), across)
                : latents.rows(0, asked.count());
        TensorData rows = TensorData.of(drawn, Shape.of((long) asked.count() * across, latent));
        return new Samples(sampling.samples(rows, asked.weights()), asked.across());
    }

    private void requireRoom(long count) {
        int most = MOST_FLOATS / Math.max(sampling.latent(), sampling.sample().size());
        if (count > most) {
            throw new IllegalArgumentException("no more than " + most + " samples of this size fit into one array; "
                    + count + " were asked for: make them in parts, with different seeds");
        }
    }
}
