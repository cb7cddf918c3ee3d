package com.example.matching;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.plugin.GanPlugin;

/** Registers the components of this jar by name; META-INF/services names this class. */
public final class MatchingPlugin implements GanPlugin {
    @Override
    public List<AdversarialLoss> losses() {
        return List.of(new LeastSquaresLoss(0, 1, 1));
    }

    @Override
    public List<CriticArchitecture> critics() {
        return List.of(new GlanceCritic(32));
    }

    @Override
    public List<Application> applications() {
        return List.of(new FeatureMatching(1));
    }
}
