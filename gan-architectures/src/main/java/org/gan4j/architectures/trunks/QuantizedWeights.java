package org.gan4j.architectures.trunks;

import java.net.URL;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Safetensors;

/** Weights in eight bits: each tensor is q · scale + min with q from 0 to 255; the metadata hold scale and min. */
record QuantizedWeights(Safetensors file) {
    /** Reads a resource of this package. */
    static QuantizedWeights resource(String name) {
        URL resource = QuantizedWeights.class.getResource(name);
        if (resource == null) {
            throw new IllegalArgumentException("the resource " + name + " is missing next to "
                    + QuantizedWeights.class.getName() + ": build gan-architectures with its resources");
        }
        return new QuantizedWeights(Safetensors.read(resource));
    }

    /** Returns a digest of all tensors. */
    String digest() {
        return file.digest();
    }

    /** Returns the shape of a tensor. */
    Shape shape(String name) {
        return stored(name).shape();
    }

    /** Returns the values of a tensor. */
    double[] values(String name) {
        double[] values = stored(name).toDoubles();
        String[] line = file.metadata().get(name).split(" ", 2);
        double scale = Double.parseDouble(line[0]);
        double min = Double.parseDouble(line[1]);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] * scale + min;
        }
        return values;
    }

    private TensorData stored(String name) {
        TensorData stored = file.tensors().get(name);
        if (stored == null) {
            throw new IllegalArgumentException("the weights have no tensor " + name + "; they have "
                    + file.tensors().keySet());
        }
        return stored;
    }
}
