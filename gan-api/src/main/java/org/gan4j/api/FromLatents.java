package org.gan4j.api;

import java.util.List;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Samples of a generator that is given latents alone. */
final class FromLatents implements LatentSampling {
    private final int latent;
    private final Runner.Prepared newest;
    private final Runner.Prepared averaged;

    FromLatents(Runner runner, Network generator, int latent) {
        this.latent = latent;
        this.newest = prepared(runner, generator, Parameters.variables());
        this.averaged = prepared(runner, generator, MovingAverage.parameters(generator));
    }

    private Runner.Prepared prepared(Runner runner, Network generator, Parameters parameters) {
        Field latents = new Field("latents", DType.FLOAT, Shape.of(latent));
        return runner.prepare(List.of(latents), in -> generator
                .apply(parameters, Pass.inference(), Inputs.of(in.get("latents")))
                .value());
    }

    @Override
    public int latent() {
        return latent;
    }

    @Override
    public Shape sample() {
        return newest.output();
    }

    @Override
    public TensorData samples(TensorData latents, boolean byAverage) {
        return (byAverage ? averaged : newest).run(Map.of("latents", latents));
    }
}
