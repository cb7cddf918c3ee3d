package org.gan4j.architectures.style;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.EqualizedLinear;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.PixelNorm;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The mapping network f: z → w: latents on a sphere, then linear layers with leaky rectifiers that learn a hundredth as
 * fast as other layers. It keeps a running mean of w for the truncation trick.
 */
final class Mapping {
    private static final double RATE = 0.01;
    private static final double MOMENTUM = 0.005;

    private final Layer layers;
    private final Variable mean;

    /**
     * @param latent the number of latents z
     * @param size the number of values of w, and of each layer's output
     * @param depth the number of layers
     */
    Mapping(VariableScope scope, int latent, int size, int depth) {
        List<Layer> all = new ArrayList<>(List.of(new PixelNorm()));
        for (int i = 0; i < depth; i++) {
            all.add(EqualizedLinear.of(
                    scope.child("linear" + (i + 1)), i == 0 ? latent : size, size, Math.sqrt(2), RATE, 0));
            all.add(Activation.LEAKY_RELU.layer());
        }
        this.layers = Layer.chain("mapping", all);
        this.mean = scope.filled("mean", 0, depth == 0 ? latent : size);
    }

    Tensor apply(Parameters parameters, ForwardPass pass, Tensor latents) {
        Tensor w = layers.apply(parameters, pass, latents);
        Tensor before = parameters.get(mean);
        pass.update(mean, before.mul(1 - MOMENTUM).add(w.mean(0).mul(MOMENTUM).cast(mean.dtype())));
        return w;
    }

    Tensor truncated(Parameters parameters, Tensor styles, Tensor psi) {
        Tensor center = parameters.get(mean).cast(styles.dtype());
        return center.add(styles.sub(center).mul(psi));
    }

    List<Variable> parameters() {
        return layers.parameters();
    }

    Variable mean() {
        return mean;
    }
}
