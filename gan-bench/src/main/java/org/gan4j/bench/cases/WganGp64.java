package org.gan4j.bench.cases;

import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.util.List;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.optim.Adam;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.PeerNetwork;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.WassersteinStep;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.spec.GanSpec;

/** The networks of dcgan64 without normalization, with the Wasserstein loss and the gradient penalty. */
final class WganGp64 implements PlayedCase.Opponent {
    private static final int LATENT = 100;
    private static final int WIDTH = 64;
    private static final int BATCH = 32;
    private static final double WEIGHT = 10;
    /** Adam with a tenth of the paper's learning rate, for the reason given in {@link DcganCase}. */
    private static final Adam OPTIMIZER = Adam.of(1e-5, 0, 0.9);

    private final TorchDcgan networks = new TorchDcgan(3, 4, 4, LATENT, WIDTH, false);

    static Case of() {
        return new PlayedCase(
                "wgan-gp64",
                "dcgan64's networks without normalization, gradient penalty, 1 critic step",
                spec(WGAN_GP.components().regularizers()),
                new WganGp64());
    }

    /** Returns the specification of Gan4J's side with the given penalties. */
    static GanSpec spec(List<Regularizer> penalties) {
        return Gan.builder()
                .generator(Dcgan.generator().latent(LATENT).width(WIDTH).normalization(Normalization.NONE))
                .critic(Dcgan.critic().width(WIDTH).normalization(Normalization.NONE))
                .loss(WGAN_GP)
                .data(SyntheticData.of(3, 64, 64))
                .generatorOptimizer(OPTIMIZER)
                .criticOptimizer(OPTIMIZER)
                .criticUpdates(1)
                .batchSize(BATCH)
                .regularizers(penalties.toArray(Regularizer[]::new))
                .spec();
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
        return new WassersteinStep(generator, critic, OPTIMIZER, randoms, LATENT, WEIGHT);
    }
}
