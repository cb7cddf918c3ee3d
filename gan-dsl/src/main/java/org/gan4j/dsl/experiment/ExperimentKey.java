package org.gan4j.dsl.experiment;

import java.util.List;

/** The keys of experiment.yaml, in the order in which they are written. */
final class ExperimentKey {
    static final String APPLICATION = "application";
    static final String GENERATOR = "generator";
    static final String CRITIC = "critic";
    static final String LOSS = "loss";
    static final String REGULARIZERS = "regularizers";
    static final String CONSTRAINT = "constraint";
    static final String GENERATOR_OPTIMIZER = "generator-optimizer";
    static final String CRITIC_OPTIMIZER = "critic-optimizer";
    static final String SCHEDULE = "schedule";
    static final String CRITIC_UPDATES = "critic-updates";
    static final String EMA = "ema";
    static final String DATA = "data";
    static final String TRANSFORMS = "transforms";
    static final String FIELDS = "fields";
    static final String CLASSES = "classes";
    static final String SEED = "seed";
    static final String BATCH_SIZE = "batch-size";
    static final String STEPS = "steps";
    static final String ENGINE = "engine";
    static final String PLUGINS = "plug-ins";
    static final String SAMPLE_EVERY = "sample-every";
    static final String CHECKPOINT_EVERY = "checkpoint-every";

    static final List<String> ALL = List.of(
            APPLICATION,
            GENERATOR,
            CRITIC,
            LOSS,
            REGULARIZERS,
            CONSTRAINT,
            GENERATOR_OPTIMIZER,
            CRITIC_OPTIMIZER,
            SCHEDULE,
            CRITIC_UPDATES,
            EMA,
            DATA,
            TRANSFORMS,
            FIELDS,
            CLASSES,
            SEED,
            BATCH_SIZE,
            STEPS,
            ENGINE,
            PLUGINS,
            SAMPLE_EVERY,
            CHECKPOINT_EVERY);

    private ExperimentKey() {}
}
