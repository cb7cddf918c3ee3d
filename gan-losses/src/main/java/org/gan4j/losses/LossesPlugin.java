package org.gan4j.losses;

import java.util.List;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.api.optim.CosineDecay;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.losses.adversarial.FGan;
import org.gan4j.losses.adversarial.Hinge;
import org.gan4j.losses.adversarial.LeastSquares;
import org.gan4j.losses.adversarial.Minimax;
import org.gan4j.losses.adversarial.NonSaturating;
import org.gan4j.losses.adversarial.RelativisticAverage;
import org.gan4j.losses.adversarial.RelativisticPairing;
import org.gan4j.losses.adversarial.Wasserstein;
import org.gan4j.losses.augment.Ada;
import org.gan4j.losses.augment.DiffAugment;
import org.gan4j.losses.augment.InstanceNoise;
import org.gan4j.losses.augment.PixelBlitting;
import org.gan4j.losses.generator.FeatureMatching;
import org.gan4j.losses.generator.ModeSeeking;
import org.gan4j.losses.generator.PathLength;
import org.gan4j.losses.penalty.Consistency;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.Drift;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.LeCam;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.ZeroCentered;
import org.gan4j.losses.schedule.Scheduled;
import org.gan4j.losses.weight.HistoricalAveraging;
import org.gan4j.losses.weight.OrthogonalWeights;
import org.gan4j.losses.weight.WeightClipping;

/** The plug-in that registers this module's losses, loss presets, regularizers, augmentations and constraints by name. */
public final class LossesPlugin implements GanPlugin {
    @Override
    public List<LossPreset> presets() {
        return List.of(
                LossPresets.MINIMAX,
                LossPresets.NON_SATURATING,
                LossPresets.WGAN,
                LossPresets.WGAN_GP,
                LossPresets.LSGAN,
                LossPresets.RSGAN,
                LossPresets.RASGAN,
                LossPresets.HINGE,
                LossPresets.PACGAN,
                LossPresets.WGAN_LP,
                LossPresets.DRAGAN,
                LossPresets.R1,
                LossPresets.R3GAN);
    }

    @Override
    public List<AdversarialLoss> losses() {
        return List.of(
                new Minimax(),
                new NonSaturating(),
                new Wasserstein(),
                LeastSquares.standard(),
                new Hinge(),
                new RelativisticPairing(),
                new RelativisticAverage(RelativisticAverage.Kind.STANDARD),
                new FGan(FGan.Divergence.KL));
    }

    @Override
    public List<Constraint> constraints() {
        return List.of(new WeightClipping(0.01));
    }

    @Override
    public List<Regularizer> regularizers() {
        return List.of(
                GradientPenalty.of(10),
                R1.of(10),
                R2.of(10),
                Dragan.of(10),
                ZeroCentered.of(10),
                Consistency.standard(),
                LeCam.standard(),
                Drift.standard(),
                FeatureMatching.of(1),
                ModeSeeking.of(1),
                PathLength.standard(),
                OrthogonalWeights.of(Role.GENERATOR),
                HistoricalAveraging.of(Role.CRITIC),
                new Scheduled(R1.of(10), new CosineDecay(100_000, 0)));
    }

    @Override
    public List<Augmentation> augmentations() {
        return List.of(
                DiffAugment.all(), PixelBlitting.all(), Ada.of(DiffAugment.all()), new InstanceNoise(0.1, 10_000));
    }
}
