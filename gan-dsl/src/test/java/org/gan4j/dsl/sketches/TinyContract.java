package org.gan4j.dsl.sketches;

import org.gan4j.api.data.Dataset;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.training.Trainer;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.ApplicationContract;
import org.gan4j.training.GameTrainer;
import org.gan4j.training.PreviewRenderer;

/** The contract on the reference engine. */
abstract class TinyContract extends ApplicationContract {
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
