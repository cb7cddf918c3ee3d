package org.gan4j.export.weights;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Safetensors;

/** Networks of PyTorch that make_torch_weights.py wrote. */
final class TorchFiles {
    private TorchFiles() {}

    static Path weights(String name) {
        try {
            return Path.of(TorchFiles.class.getResource(name + ".safetensors").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static TensorData input(String name) {
        return Safetensors.read(weights(name + "-output")).tensors().get("input");
    }

    static TensorData output(String name) {
        return Safetensors.read(weights(name + "-output")).tensors().get("output");
    }
}
