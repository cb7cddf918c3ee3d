package org.gan4j.tables.judges;

import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

/** The settings of logistic regression. */
final class Logistic {
    private static final int EPOCHS = 10;
    private static final int BATCH = 16;
    private static final double RATE = 0.1;
    static final String SETTINGS = "AdaGrad with learning rate " + RATE + ", " + EPOCHS + " epochs in batches of "
            + BATCH + "; choices as one-hots, numbers standardized";

    private Logistic() {}

    static Trainer<Label> trainer(long seed) {
        return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(RATE), EPOCHS, -1, BATCH, seed);
    }
}
