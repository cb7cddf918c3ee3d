package org.gan4j.architectures.trunks;

import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.Tensor;

/**
 * A block of MobileNetV2: it expands the channels, filters each one separately, and projects them to fewer channels; the
 * input is added if the shape stays the same. ReLU is limited to 6; there is none at the end.
 *
 * @param name the beginning of its layers' names
 * @param expand the expansion; the first block has none
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

    /**
     * Builds the expression of the block applied to x.
     *
     * @param layers receives the intermediate values under Keras's names
     */
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
