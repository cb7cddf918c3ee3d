package org.gan4j.apps.bigan;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** The encoder of a trained GAN. */
final class NetworkEncoder implements Encoder {
    private final BiGanNetworks networks;
    private final Field image;
    private final InferenceRunner.Prepared encoded;
    private final InferenceRunner.Prepared reconstructed;

    NetworkEncoder(InferenceRunner runner, BiGanNetworks networks, Field image) {
        this.networks = networks;
        this.image = image;
        this.reconstructed = runner.prepare(List.of(image), (parameters, in) -> networks.generator()
                .apply(parameters, ForwardPass.inference(), Inputs.of(latents(parameters, in)))
                .value());
        // the last one: an export takes it for what the capability computes
        this.encoded = runner.prepare(List.of(image), this::latents);
    }

    private Tensor latents(Parameters parameters, Map<String, Tensor> in) {
        return networks.mean(networks.encoder()
                .apply(parameters, ForwardPass.inference(), Inputs.of(in.get(image.name())))
                .value());
    }

    @Override
    public TensorData encode(TensorData samples, Weights weights) {
        return encoded.run(Map.of(image.name(), samples), weights);
    }

    @Override
    public TensorData reconstruct(TensorData samples, Weights weights) {
        return reconstructed.run(Map.of(image.name(), samples), weights);
    }
}
