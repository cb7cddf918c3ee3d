package org.gan4j.api.inference;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** A sampler of a generator whose only inputs are latents. */
final class FromLatents implements LatentSampler {
    private static final String LATENTS = "latents";

    private final LatentSpace space;
    private final InferenceRunner.Prepared generated;

    FromLatents(InferenceRunner runner, Network generator, LatentSpace space) {
        this.space = space;
        Field latents = new Field(LATENTS, DType.FLOAT, Shape.of(space.size()));
        this.generated = runner.prepare(List.of(latents), (parameters, in) -> generator
                .apply(parameters, ForwardPass.inference(), Inputs.of(in.get(LATENTS)))
                .value());
    }

    @Override
    public LatentSpace latents() {
        return space;
    }

    @Override
    public Shape sample() {
        return generated.output();
    }

    @Override
    public TensorData samples(TensorData latents, Weights weights) {
        return generated.run(Map.of(LATENTS, latents), weights);
    }
}
