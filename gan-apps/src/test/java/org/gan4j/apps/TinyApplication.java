package org.gan4j.apps;

import java.util.Optional;
import org.gan4j.api.DataSource;
import org.gan4j.api.Dataset;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Ingredients;
import org.gan4j.api.LossPreset;
import org.gan4j.api.MovingAverage;
import org.gan4j.api.Trainer;
import org.gan4j.architectures.Dcgan;
import org.gan4j.losses.Presets;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.ApplicationContract;
import org.gan4j.training.Exhibition;
import org.gan4j.training.GameTrainer;

/** The contract on a DCGAN of two channels, and six pictures of three classes. */
abstract class TinyApplication extends ApplicationContract {
    @Override
    protected Ingredients ingredients() {
        LossPreset preset = Presets.NON_SATURATING;
        return new Ingredients(
                Dcgan.generator().latent(4).width(2),
                Dcgan.critic().width(2),
                preset.loss(),
                preset.regularizers(),
                preset.constraint(),
                preset.generatorOptimizer(),
                preset.criticOptimizer(),
                Optional.empty(),
                2,
                Optional.of(new MovingAverage(0.9)));
    }

    @Override
    protected Dataset data() {
        return source().open();
    }

    protected DataSource source() {
        float[][] pictures = new float[6][64];
        for (int i = 0; i < pictures.length; i++) {
            for (int j = 0; j < pictures[i].length; j++) {
                pictures[i][j] = (float) Math.sin(i * 64 + j);
            }
        }
        return DataSource.of(pictures, 1, 8, 8).withLabels(0, 1, 2, 0, 1, 2);
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
