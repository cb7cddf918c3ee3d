package org.gan4j.api.plugin;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.game.Adaptive;
import org.gan4j.api.game.Alternating;
import org.gan4j.api.game.Coordination;
import org.gan4j.api.game.Extragradient;
import org.gan4j.api.game.Simultaneous;
import org.gan4j.api.latents.BernoulliLatents;
import org.gan4j.api.latents.LatentDistribution;
import org.gan4j.api.latents.MixtureLatents;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.api.latents.TruncatedNormalLatents;
import org.gan4j.api.latents.UniformLatents;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.AnnealedAdam;
import org.gan4j.api.optim.Clipped;
import org.gan4j.api.optim.CosineDecay;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.LinearDecay;
import org.gan4j.api.optim.OptimisticAdam;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.optim.RmsProp;
import org.gan4j.api.optim.Sgd;
import org.gan4j.api.optim.StepDecay;
import org.gan4j.api.optim.Warmup;
import org.gan4j.api.text.BagOfWords;
import org.gan4j.api.text.TextEncoder;

/**
 * The plug-in that lists the optimizers, schedules, coordinations, distributions of latents, the encoder of texts and
 * the application of this module.
 */
public final class BuiltInPlugin implements GanPlugin {
    @Override
    public List<Optimizer> optimizers() {
        return List.of(
                Adam.of(2e-4, 0.5, 0.999),
                OptimisticAdam.of(1e-4, 0.5, 0.9),
                AnnealedAdam.of(2e-4, 100_000),
                RmsProp.of(5e-5),
                new Sgd(0.01, 0),
                new Clipped(Adam.of(2e-4, 0.5, 0.999), 1));
    }

    @Override
    public List<Coordination> coordinations() {
        return List.of(new Alternating(), new Simultaneous(), new Extragradient(), new Adaptive(1));
    }

    @Override
    public List<LatentDistribution> latents() {
        return List.of(
                new NormalLatents(),
                new UniformLatents(-1, 1),
                new TruncatedNormalLatents(2),
                new MixtureLatents(10, 4),
                new BernoulliLatents(0.5));
    }

    @Override
    public List<Application> applications() {
        return List.of(new Unconditional());
    }

    @Override
    public List<TextEncoder> textEncoders() {
        return List.of(BagOfWords.standard());
    }

    @Override
    public List<LearningRateSchedule> schedules() {
        return List.of(
                new LinearDecay(0, 100_000, 0),
                new CosineDecay(100_000, 0),
                new StepDecay(100_000, 0.1),
                new Warmup(1000));
    }
}
