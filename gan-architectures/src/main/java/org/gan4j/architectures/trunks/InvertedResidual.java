package org.gan4j.architectures.trunks;

import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.Tensor;

/**
 * A block of MobileNetV2: up to more channels, each channel filtered by itself, down to fewer channels; plus the input
 * where the shape stays the same. ReLU stops at 6, and there is none at the end.
 *
 * @param name how its layers' names begin
 * @param expand up to more channels; the first block has none
 */
record InvertedResidual(
        String name, Optional<FrozenConvolution> expand, FrozenConvolution depthwise, FrozenConvolution project) {
    static InvertedResidual of(QuantizedWeights file, String name, boolean expanding, int stride) {
        return new InvertedResidual(
                name,
                expanding
                        ? Optional.of(FrozenConvolution.of(file, name + "_expand/kernel", name + "_expand_BN", 1))
                        : Optional.empty(),
                FrozenConvolution.of(file, name + "_depthwise/depthwise_kernel", name + "_depthwise_BN", stride),
                FrozenConvolution.of(file, name + "_project/kernel", name + "_project_BN", 1));
    }

    /** @param layers takes the values on the way, by Keras's names */
    Tensor apply(Tensor x, Map<String, Tensor> layers) {
        Tensor wide = x;
        if (expand.isPresent()) {
            wide = relu6(expand.get().apply(x));
            layers.put(name + "_expand_relu", wide);
        }
        Tensor y = project.apply(relu6(depthwise.apply(wide)));
        layers.put(name + "_project_BN", y);
        if (!y.shape().equals(x.shape())) {
            return y;
        }
        Tensor sum = x.add(y);
        layers.put(name + "_add", sum);
        return sum;
    }

    static Tensor relu6(Tensor x) {
        return x.clamp(0, 6);
    }
}
