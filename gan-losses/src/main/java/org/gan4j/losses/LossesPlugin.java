package org.gan4j.losses;

import java.util.List;
import org.gan4j.api.AdversarialLoss;
import org.gan4j.api.GanPlugin;
import org.gan4j.api.LossPreset;
import org.gan4j.api.Regularizer;

/** Makes what is in this module known by name. */
public final class LossesPlugin implements GanPlugin {
    @Override
    public List<LossPreset> presets() {
        return List.of(Presets.NON_SATURATING, Presets.WGAN_GP);
    }

    @Override
    public List<AdversarialLoss> losses() {
        return List.of(new NonSaturating(), new Wasserstein());
    }

    @Override
    public List<Regularizer> regularizers() {
        return List.of(GradientPenalty.of(10));
    }
}
