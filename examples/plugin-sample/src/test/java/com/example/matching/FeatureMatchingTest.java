package com.example.matching;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.training.Trainer;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.ApplicationContract;
import org.gan4j.training.GameTrainer;
import org.gan4j.training.PreviewRenderer;

/** The contract of every application, on this plug-in's application, critic and loss. */
class FeatureMatchingTest extends ApplicationContract {
    @Override
    protected Application application() {
        return new FeatureMatching(1);
    }

    @Override
    protected GanComponents components() {
        Adam adam = Adam.of(1e-3, 0.5, 0.999);
        return GanComponents.of(new LeastSquaresLoss(0, 1, 1))
                .generator(Mlp.generator().latent(3).layers(1).width(4))
                .critic(new GlanceCritic(4))
                .optimizer(adam)
                .with(GanComponents.EMA, 0.0);
    }

    @Override
    protected Dataset data() {
        float[][] pixels = new float[4][16];
        for (int i = 0; i < pixels.length; i++) {
            for (int j = 0; j < pixels[i].length; j++) {
                pixels[i][j] = (float) Math.sin(i * 16 + j);
            }
        }
        return DataSource.of(pixels, 1, 4, 4).open();
    }

    @Override
    protected Session session() {
        return new ReferenceEngine().open();
    }

    @Override
    protected Trainer trainer(Session session) {
        return new GameTrainer(session);
    }

    @Override
    protected TensorData shown(Session session, SamplePreview preview, Dataset data, int step) {
        try (PreviewRenderer renderer = new PreviewRenderer(session, preview, data, 5)) {
            return renderer.show(step);
        }
    }
}
