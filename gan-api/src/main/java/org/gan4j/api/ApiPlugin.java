package org.gan4j.api;

import java.util.List;

/** Makes the optimisers, schedules and the application in this module known by name. */
public final class ApiPlugin implements GanPlugin {
    @Override
    public List<Optimizer> optimizers() {
        return List.of(Adam.of(2e-4, 0.5, 0.999), RmsProp.of(5e-5), new Sgd(0.01, 0));
    }

    @Override
    public List<Application> applications() {
        return List.of(new Unconditional());
    }

    @Override
    public List<Schedule> schedules() {
        return List.of(
                new LinearDecay(0, 100_000, 0),
                new CosineDecay(100_000, 0),
                new StepDecay(100_000, 0.1),
                new Warmup(1000));
    }
}
