package org.gan4j.architectures.r3gan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A learned image of C channels, each multiplied by a linear function of the latents: from [N,latent] to [N,C,H,W]. */
final class GenerativeBasis implements Layer {
    private final Variable basis;
    private final Linear modulation;

    GenerativeBasis(VariableScope scope, int latent, int channels, R3GanStages smallest) {
        this.basis = scope.normal("basis", 0, 1, channels, smallest.height(), smallest.width());
        this.modulation =
                new Linear(scope.child("modulation"), latent, channels, Initialization.byFanIn(latent, 1), false);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Shape shape = basis.shape();
        Tensor factors = modulation.apply(parameters, pass, x).reshape(-1, shape.dim(0), 1, 1);
        return factors.mul(parameters.get(basis));
    }

    @Override
    public List<Variable> parameters() {
        List<Variable> all = new ArrayList<>(List.of(basis));
        all.addAll(modulation.parameters());
        return all;
    }

    @Override
    public String kind() {
        return "generative basis";
    }
}
