package org.gan4j.architectures.style;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.LatentImage;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** The smallest features, [N,C,H,W]: a learned constant, or a linear map of the first style. */
interface FirstImage {
    /** Returns the features for styles, [N, size]. */
    Tensor of(Parameters parameters, ForwardPass pass, Tensor style);

    List<Variable> parameters();

    /**
     * Returns a learned constant with a bias per channel.
     *
     * @param begins the constant at the beginning, [C,H,W]
     */
    static FirstImage constant(VariableScope scope, Tensor begins) {
        return new Constant(scope.variable("constant", begins));
    }

    /** Returns a linear map of the style. */
    static FirstImage mapped(VariableScope scope, int size, Shape image) {
        return new Mapped(new LatentImage(scope.child("latents"), size, image));
    }

    /** A learned constant. */
    record Constant(Variable constant) implements FirstImage {
        @Override
        public Tensor of(Parameters parameters, ForwardPass pass, Tensor style) {
            Shape image = constant.shape();
            int samples = style.shape().dim(0);
            return parameters.get(constant).broadcastTo(samples, image.dim(0), image.dim(1), image.dim(2));
        }

        @Override
        public List<Variable> parameters() {
            return List.of(constant);
        }
    }

    /** A linear map of the first style. */
    record Mapped(LatentImage map) implements FirstImage {
        @Override
        public Tensor of(Parameters parameters, ForwardPass pass, Tensor style) {
            return map.apply(parameters, pass, style);
        }

        @Override
        public List<Variable> parameters() {
            return map.parameters();
        }
    }
}
