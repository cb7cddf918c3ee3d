package org.gan4j.apps;

import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.training.Trainer;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.ApplicationContract;
import org.gan4j.training.GameTrainer;
import org.gan4j.training.PreviewRenderer;

/** The contract on a DCGAN of two channels, and six images of three classes. */
public abstract class TinyApplication extends ApplicationContract {
    @Override
    protected GanComponents components() {
        return LossPresets.NON_SATURATING
                .components()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .with(GanComponents.CRITIC_UPDATES, 2)
                .with(GanComponents.EMA, 0.9);
    }

    @Override
    protected Dataset data() {
        return source().open();
    }

    protected DataSource source() {
        float[][] pixels = new float[6][64];
        for (int i = 0; i < pixels.length; i++) {
            for (int j = 0; j < pixels[i].length; j++) {
                pixels[i][j] = (float) Math.sin(i * 64 + j);
            }
        }
        return DataSource.of(pixels, 1, 8, 8).withLabels(0, 1, 2, 0, 1, 2);
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
