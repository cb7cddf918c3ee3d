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

/**
 * The networks of PacGAN's grid of 25 Gaussians: a generator of 4 layers of 400 units with batch normalization and a
 * critic of 3 layers of 200 maxout units.
 */
final class GridMlp implements PlayedCase.Opponent {
    private static final int LATENT = 2;
    private static final int WIDTH = 400;
    private static final int UNITS = 200;
    private static final int PIECES = 5;
    private static final int BATCH = 100;
    private static final Adam OPTIMIZER = Adam.of(1e-4, 0.8, 0.999);

    static Case of() {
        return new PlayedCase(
                "grid-mlp",
                "the 25 Gaussians' MLPs: 4x400 with batch norm, 3x200 maxout, batch " + BATCH,
                Gan.builder()
                        .generator(Mlp.generator()
                                .latent(LATENT)
                                .layers(4)
                                .width(WIDTH)
                                .normalization(Normalization.BATCH))
                        .critic(Mlp.critic()
                                .layers(3)
                                .width(UNITS)
                                .maxout(PIECES)
                                .normalization(Normalization.NONE))
                        .loss(NON_SATURATING)
                        .data(SyntheticData.of(2))
                        .generatorOptimizer(OPTIMIZER)
                        .criticOptimizer(OPTIMIZER)
                        .batchSize(BATCH)
                        .spec(),
                new GridMlp());
    }

    @Override
    public PeerNetwork generator() {
        Stack stack = new Stack();
        int in = LATENT;
        for (int i = 0; i < 4; i++) {
            stack.linear(in, WIDTH, false).batchNorm1d(WIDTH).relu();
            in = WIDTH;
        }
        return stack.linear(in, 2, true);
    }

    @Override
    public PeerNetwork critic() {
        Stack stack = new Stack();
        int in = 2;
        for (int i = 0; i < 3; i++) {
            stack.maxout(in, UNITS, PIECES);
            in = UNITS;
        }
        return stack.linear(in, 1, true);
    }

    @Override
    public PeerStep step(PeerNetwork generator, PeerNetwork critic, InjectedRandoms randoms) {
        return new DcganStep(generator, critic, OPTIMIZER, randoms, LATENT, BATCH);
    }
}
