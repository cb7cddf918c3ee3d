package org.gan4j.losses;

import static org.gan4j.api.application.GanComponents.CONSTRAINT;
import static org.gan4j.api.application.GanComponents.CRITIC_UPDATES;
import static org.gan4j.api.application.GanComponents.CRITIC_WRAPPERS;
import static org.gan4j.api.application.GanComponents.SCHEDULE;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.AnnealedAdam;
import org.gan4j.api.optim.CosineDecay;
import org.gan4j.api.optim.RmsProp;
import org.gan4j.api.optim.Sgd;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.losses.adversarial.Hinge;
import org.gan4j.losses.adversarial.LeastSquares;
import org.gan4j.losses.adversarial.Minimax;
import org.gan4j.losses.adversarial.NonSaturating;
import org.gan4j.losses.adversarial.RelativisticAverage;
import org.gan4j.losses.adversarial.RelativisticPairing;
import org.gan4j.losses.adversarial.Wasserstein;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.schedule.Scheduled;
import org.gan4j.losses.weight.WeightClipping;

/** Losses with the settings of their papers: penalties, optimizers and critic updates per step. */
public final class LossPresets {
    /** The weight of R3GAN's penalties at the beginning, as for the paper's stacked MNIST. */
    private static final double R3GAN_GAMMA = 1;

    private static final int R3GAN_STEPS = 1000;

    /**
     * Goodfellow's minimax loss with the settings of the paper's program for MNIST
     * (<a href="https://github.com/goodfeli/adversarial">its code</a>), without its slow decay of the learning rate.
     */
    public static final LossPreset MINIMAX = new LossPreset(
            "minimax",
            "Goodfellow's minimax loss, SGD 0.1 with momentum 0.5, one critic update",
            GanComponents.of(new Minimax()).optimizer(new Sgd(0.1, 0.5)));

    /**
     * Goodfellow's non-saturating loss with DCGAN's optimizer
     * (<a href="https://arxiv.org/abs/1511.06434">Radford et al. 2016</a>).
     */
    public static final LossPreset NON_SATURATING = new LossPreset(
            "non-saturating",
            "Goodfellow's non-saturating loss, Adam 2e-4 (0.5, 0.999), one critic update",
            GanComponents.of(new NonSaturating()).optimizer(Adam.of(2e-4, 0.5, 0.999)));

    /**
     * The Wasserstein loss with weight clipping
     * (<a href="https://arxiv.org/abs/1701.07875">Arjovsky et al. 2017</a>, algorithm 1).
     */
    public static final LossPreset WGAN = new LossPreset(
            "wgan",
            "Wasserstein loss, weights clipped to 0.01, RMSProp 5e-5, five critic updates",
            GanComponents.of(new Wasserstein())
                    .with(CONSTRAINT, Optional.of(new WeightClipping(0.01)))
                    .optimizer(RmsProp.of(5e-5))
                    .with(CRITIC_UPDATES, 5));

    /**
     * The Wasserstein loss with gradient penalty
     * (<a href="https://arxiv.org/abs/1704.00028">Gulrajani et al. 2017</a>, algorithm 1).
     */
    public static final LossPreset WGAN_GP = new LossPreset(
            "wgan-gp",
            "Wasserstein loss, gradient penalty 10, Adam 1e-4 (0, 0.9), five critic updates",
            GanComponents.of(new Wasserstein())
                    .regularizers(GradientPenalty.of(10))
                    .optimizer(Adam.of(1e-4, 0, 0.9))
                    .with(CRITIC_UPDATES, 5));

    /**
     * The least squares loss (<a href="https://arxiv.org/abs/1611.04076">Mao et al. 2017</a>, equation 9) with DCGAN's
     * optimizer.
     */
    public static final LossPreset LSGAN = new LossPreset(
            "lsgan",
            "Least squares loss, Adam 2e-4 (0.5, 0.999), one critic update",
            GanComponents.of(LeastSquares.standard()).optimizer(Adam.of(2e-4, 0.5, 0.999)));

    /**
     * The relativistic standard GAN with the first settings of its paper's experiments
     * (<a href="https://arxiv.org/abs/1807.00734">Jolicoeur-Martineau 2018</a>, section 5.1).
     */
    public static final LossPreset RSGAN = new LossPreset(
            "rsgan",
            "Relativistic pairing loss, Adam 2e-4 (0.5, 0.999), one critic update",
            GanComponents.of(new RelativisticPairing()).optimizer(Adam.of(2e-4, 0.5, 0.999)));

    /**
     * The relativistic average standard GAN with the first settings of its paper's experiments
     * (<a href="https://arxiv.org/abs/1807.00734">Jolicoeur-Martineau 2018</a>, section 5.1).
     */
    public static final LossPreset RASGAN = new LossPreset(
            "rasgan",
            "Relativistic average loss, Adam 2e-4 (0.5, 0.999), one critic update",
            GanComponents.of(new RelativisticAverage(RelativisticAverage.Kind.STANDARD))
                    .optimizer(Adam.of(2e-4, 0.5, 0.999)));

    /**
     * Hinge loss under spectral normalization (SNGAN, <a href="https://arxiv.org/abs/1802.05957">Miyato et al.
     * 2018</a>), with the settings of its residual networks.
     */
    public static final LossPreset HINGE = new LossPreset(
            "hinge",
            "SNGAN: hinge loss, spectral norm, Adam 2e-4 (0, 0.9), five critic updates",
            GanComponents.of(new Hinge())
                    .with(CRITIC_WRAPPERS, List.of(SpectralNorm.standard()))
                    .optimizer(Adam.of(2e-4, 0, 0.9))
                    .with(CRITIC_UPDATES, 5));

    /**
     * The non-saturating loss of packs of two samples (PacGAN, <a href="https://arxiv.org/abs/1712.04086">Lin et al.
     * 2018</a>), with DCGAN's optimizer as for stacked MNIST. Larger packs: {@code .criticWrappers(new Packing(4))}.
     */
    public static final LossPreset PACGAN = new LossPreset(
            "pacgan",
            "Non-saturating loss of packs of two samples (PacGAN), Adam 2e-4 (0.5, 0.999)",
            GanComponents.of(new NonSaturating())
                    .with(CRITIC_WRAPPERS, List.of(new Packing(2)))
                    .optimizer(Adam.of(2e-4, 0.5, 0.999)));

    /**
     * The Wasserstein loss with a one-sided gradient penalty
     * (<a href="https://arxiv.org/abs/1709.08894">Petzka et al. 2018</a>), with the other settings of WGAN-GP.
     */
    public static final LossPreset WGAN_LP = new LossPreset(
            "wgan-lp",
            "Wasserstein loss, one-sided penalty 10, Adam 1e-4 (0, 0.9), 5 critic updates",
            GanComponents.of(new Wasserstein())
                    .regularizers(new GradientPenalty(10, 1, true))
                    .optimizer(Adam.of(1e-4, 0, 0.9))
                    .with(CRITIC_UPDATES, 5));

    /**
     * DRAGAN: the non-saturating loss with a gradient penalty around real samples, with the settings of the paper's
     * program (<a href="https://arxiv.org/abs/1705.07215">Kodali et al. 2017</a>).
     */
    public static final LossPreset DRAGAN = new LossPreset(
            "dragan",
            "Non-saturating loss, DRAGAN's penalty 10, Adam 1e-4 (0.5, 0.9)",
            GanComponents.of(new NonSaturating()).regularizers(Dragan.of(10)).optimizer(Adam.of(1e-4, 0.5, 0.9)));

    /**
     * The non-saturating loss with the R1 penalty
     * (<a href="https://arxiv.org/abs/1801.04406">Mescheder et al. 2018</a>).
     */
    public static final LossPreset R1 = new LossPreset(
            "r1",
            "Non-saturating loss, R1 penalty 10, RMSProp 1e-4",
            GanComponents.of(new NonSaturating())
                    .regularizers(org.gan4j.losses.penalty.R1.of(10))
                    .optimizer(RmsProp.of(1e-4)));

    /**
     * R3GAN (<a href="https://arxiv.org/abs/2501.05441">Huang et al. 2024</a>): the relativistic pairing loss with R1 and
     * R2 in every step, Adam whose β₂ rises from 0.9 to 0.99, and penalties and learning rate that fall to a tenth and to
     * a quarter along half a cosine. In the paper these schedules take about the first tenth of training; here they take
     * the first 1,000 steps.
     */
    public static final LossPreset R3GAN = new LossPreset(
            "r3gan",
            "Relativistic pairing loss, R1 and R2 penalties, Adam 2e-4 (0, 0.9 to 0.99)",
            GanComponents.of(new RelativisticPairing())
                    .regularizers(
                            new Scheduled(
                                    org.gan4j.losses.penalty.R1.of(R3GAN_GAMMA), new CosineDecay(R3GAN_STEPS, 0.1)),
                            new Scheduled(R2.of(R3GAN_GAMMA), new CosineDecay(R3GAN_STEPS, 0.1)))
                    .optimizer(AnnealedAdam.of(2e-4, R3GAN_STEPS))
                    .with(SCHEDULE, Optional.of(new CosineDecay(R3GAN_STEPS, 0.25))));

    private LossPresets() {}

    /** Returns a preset of any loss with DCGAN's optimizer, one critic update per step, and no regularizers. */
    public static LossPreset of(AdversarialLoss loss) {
        return new LossPreset(
                loss.name(), loss.summary(), GanComponents.of(loss).optimizer(Adam.of(2e-4, 0.5, 0.999)));
    }
}
