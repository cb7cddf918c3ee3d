package org.gan4j.architectures.style;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.layers.EqualizedConvolution;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A map of features to colors that no style controls. */
record ImageLayer(EqualizedConvolution map) implements StyledLayer {
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Tensor style) {
        return map.apply(parameters, pass, x);
    }

    @Override
    public List<Variable> parameters() {
        return map.parameters();
    }

    @Override
    public List<Variable> state() {
        return List.of();
    }
}
