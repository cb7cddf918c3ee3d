package org.gan4j.bench.cases;

import static org.gan4j.losses.LossPresets.NON_SATURATING;

import org.gan4j.api.optim.Adam;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.DcganStep;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.PeerNetwork;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.Stack;
import org.gan4j.dsl.Gan;

/** Two hidden layers of 64 units in both networks, for points in the plane; measures the overhead of a step. */
final class TinyMlp implements PlayedCase.Opponent {
    private static final int LATENT = 16;
    private static final int WIDTH = 64;
    private static final int BATCH = 64;

    static Case of() {
        return new PlayedCase(
                "tiny-mlp",
                "2 layers of 64 units, points, batch " + BATCH,
                Gan.builder()
                        .generator(Mlp.generator()
                                .latent(LATENT)
                                .layers(2)
                                .width(WIDTH)
                                .normalization(Normalization.NONE))
                        .critic(Mlp.critic().layers(2).width(WIDTH).normalization(Normalization.NONE))
                        .loss(NON_SATURATING)
                        .data(SyntheticData.of(2))
                        .batchSize(BATCH)
                        .spec(),
                new TinyMlp());
    }

    @Override
    public PeerNetwork generator() {
        return new Stack()
                .linear(LATENT, WIDTH, true)
                .relu()
                .linear(WIDTH, WIDTH, true)
                .relu()
                .linear(WIDTH, 2, true);
    }

    @Override
    public PeerNetwork critic() {
        return new Stack()
                .linear(2, WIDTH, true)
                .leakyRelu()
                .linear(WIDTH, WIDTH, true)
                .leakyRelu()
                .linear(WIDTH, 1, true);
    }

    @Override
    public PeerStep step(PeerNetwork generator, PeerNetwork critic, InjectedRandoms randoms) {
        return new DcganStep(
                generator, critic, (Adam) NON_SATURATING.components().generatorOptimizer(), randoms, LATENT, BATCH);
    }
}
