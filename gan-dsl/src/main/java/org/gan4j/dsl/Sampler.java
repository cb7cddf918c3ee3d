package org.gan4j.dsl;

import org.gan4j.api.MovingAverage;
import org.gan4j.api.Network;
import org.gan4j.api.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.engine.Session;

/** Makes samples with the generator, as it is or by its moving average. */
final class Sampler implements AutoCloseable {
    private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

    private final int latent;
    private final Inference newest;
    private final Inference averaged;

    Sampler(Session session, Network generator, int latent) {
        this.latent = latent;
        this.newest = new Inference(session, generator, Parameters.variables(), Shape.of(latent));
        this.averaged = new Inference(session, generator, MovingAverage.parameters(generator), Shape.of(latent));
    }

    Samples sample(Sampling asked, long seed) {
        int across = asked.across().orElse(1);
        requireRoom((long) asked.count() * across);
        Latents latents = new Latents(latent, asked.seed().orElse(seed), asked.truncation());
        float[] drawn = asked.across().isPresent()
                ? latents.interpolations(asked.count(), across)
                : latents.rows(0, asked.count());
        return new Samples((asked.averaged() ? averaged : newest).apply(drawn), asked.across());
    }

    private void requireRoom(long count) {
        int most = MOST_FLOATS / Math.max(latent, newest.outputSize());
        if (count > most) {
            throw new IllegalArgumentException("no more than " + most + " samples of this size fit into one array; "
                    + count + " were asked for: make them in parts, with different seeds");
        }
    }

    @Override
    public void close() {
        newest.close();
        averaged.close();
    }
}
