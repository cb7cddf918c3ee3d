package org.gan4j.bench.cases;

import static org.gan4j.losses.LossPresets.NON_SATURATING;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.optim.Adam;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.DcganStep;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.PeerNetwork;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;

/** DCGAN with batch normalization and the non-saturating loss. */
record DcganCase(TorchDcgan networks, int batchSize, Adam optimizer) implements PlayedCase.Opponent {
    private static final int LATENT = 100;
    private static final int WIDTH = 64;

    /**
     * Returns the DCGAN example's networks with a tenth of its learning rate. Adam's first steps change a weight by the
     * whole rate even if its gradient is only a rounding error; with the full rate the losses of two correct programs
     * differ by 2e-3 after three steps of networks of this size.
     */
    static Case dcgan64() {
        return of(
                "dcgan64",
                "DCGAN, 3×64×64, width 64, batch 32",
                SyntheticData.of(3, 64, 64),
                new DcganCase(new TorchDcgan(3, 4, 4, LATENT, WIDTH, true), 32, Adam.of(2e-5, 0.5, 0.999)));
    }

    /** Returns the default experiment of {@code gan train}. */
    static Case fashion() {
        return of(
                "dcgan-fashion",
                "the default preset: DCGAN, 1×28×28, batch 64",
                FashionMnist.embedded(),
                new DcganCase(new TorchDcgan(1, 7, 2, LATENT, WIDTH, true), 64, (Adam)
                        NON_SATURATING.components().generatorOptimizer()));
    }

    private static Case of(String name, String summary, DataSource data, DcganCase opponent) {
        return new PlayedCase(
                name,
                summary,
                Gan.builder()
                        .generator(Dcgan.generator().latent(LATENT).width(WIDTH))
                        .critic(Dcgan.critic().width(WIDTH))
                        .loss(NON_SATURATING)
                        .data(data)
                        .generatorOptimizer(opponent.optimizer)
                        .criticOptimizer(opponent.optimizer)
                        .batchSize(opponent.batchSize)
                        .spec(),
                opponent);
    }

    @Override
    public PeerNetwork generator() {
        return networks.generator();
    }

    @Override
    public PeerNetwork critic() {
        return networks.critic();
    }

    @Override
    public PeerStep step(PeerNetwork generator, PeerNetwork critic, InjectedRandoms randoms) {
        return new DcganStep(generator, critic, optimizer, randoms, LATENT, batchSize);
    }
}
