package org.gan4j.losses;

import java.util.List;
import org.gan4j.api.AdversarialLoss;
import org.gan4j.api.Constraint;
import org.gan4j.api.GanPlugin;
import org.gan4j.api.LossPreset;
import org.gan4j.api.Regularizer;

/** Makes what is in this module known by name. */
public final class LossesPlugin implements GanPlugin {
    @Override
    public List<LossPreset> presets() {
        return List.of(Presets.MINIMAX, Presets.NON_SATURATING, Presets.WGAN, Presets.WGAN_GP);
    }

    @Override
    public List<AdversarialLoss> losses() {
        return List.of(new Minimax(), new NonSaturating(), new Wasserstein());
    }

    @Override
    public List<Constraint> constraints() {
        return List.of(new WeightClipping(0.01));
    }

    @Override
    public List<Regularizer> regularizers() {
        return List.of(GradientPenalty.of(10));
    }
}
