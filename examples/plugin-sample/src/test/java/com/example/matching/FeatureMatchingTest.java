package com.example.matching;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Adam;
import org.gan4j.api.Application;
import org.gan4j.api.DataSource;
import org.gan4j.api.Dataset;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Trainer;
import org.gan4j.architectures.Mlp;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.ApplicationContract;
import org.gan4j.training.Exhibition;
import org.gan4j.training.GameTrainer;

/** What every application must do, of this plug-in's application, critic and loss. */
class FeatureMatchingTest extends ApplicationContract {
    @Override
    protected Application application() {
        return new FeatureMatching(1);
    }

    @Override
    protected Ingredients ingredients() {
        Adam adam = Adam.of(1e-3, 0.5, 0.999);
        return new Ingredients(
                Mlp.generator().latent(3).layers(1).width(4),
                new GlanceCritic(4),
                new LeastSquaresLoss(0, 1, 1),
                List.of(),
                Optional.empty(),
                adam,
                adam,
                Optional.empty(),
                1,
                Optional.empty());
    }

    @Override
    protected Dataset data() {
        float[][] pictures = new float[4][16];
        for (int i = 0; i < pictures.length; i++) {
            for (int j = 0; j < pictures[i].length; j++) {
                pictures[i][j] = (float) Math.sin(i * 16 + j);
            }
        }
        return DataSource.of(pictures, 1, 4, 4).open();
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
    protected TensorData shown(Session session, Exhibit exhibit, Dataset data, int step) {
        try (Exhibition exhibition = new Exhibition(session, exhibit, data, 5)) {
            return exhibition.show(step);
        }
    }
}
