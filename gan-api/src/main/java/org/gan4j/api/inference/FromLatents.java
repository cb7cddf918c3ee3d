package org.gan4j.api.inference;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** A sampler of a generator whose only inputs are latents. */
final class FromLatents implements LatentSampler {
    private final int latent;
    private final InferenceRunner.Prepared latest;
    private final InferenceRunner.Prepared ema;

    FromLatents(InferenceRunner runner, Network generator, int latent) {
        this.latent = latent;
        this.latest = prepared(runner, generator, Parameters.variables());
        this.ema = prepared(runner, generator, MovingAverage.parameters(generator));
    }

    private InferenceRunner.Prepared prepared(InferenceRunner runner, Network generator, Parameters parameters) {
        Field latents = new Field("latents", DType.FLOAT, Shape.of(latent));
        return runner.prepare(List.of(latents), in -> generator
                .apply(parameters, ForwardPass.inference(), Inputs.of(in.get("latents")))
                .value());
    }

    @Override
    public int latent() {
        return latent;
    }

    @Override
    public Shape sample() {
        return latest.output();
    }

    @Override
    public TensorData samples(TensorData latents, Weights weights) {
        return (weights == Weights.EMA ? ema : latest).run(Map.of("latents", latents));
    }
}
