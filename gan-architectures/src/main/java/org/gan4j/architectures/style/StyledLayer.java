package org.gan4j.architectures.style;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A layer that a style controls. */
interface StyledLayer {
    /**
     * Applies the layer.
     *
     * @param x features, [N,C,H,W]
     * @param style the style of each sample, [N, size]
     */
    Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Tensor style);

    List<Variable> parameters();

    List<Variable> state();
}
