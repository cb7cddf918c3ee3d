package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A pool of fakes of earlier steps, as state: it replaces each new fake with an old one with probability 1/2. */
record ImagePool(String name, Variable kept) implements Network {
    static ImagePool of(String name, Shape batch) {
        return new ImagePool(name, VariableScope.of(name, 1).filled("kept", 0, batch.dims()));
    }

    @Override
    public List<Variable> parameters() {
        return List.of();
    }

    @Override
    public List<Variable> state() {
        return List.of(kept);
    }

    @Override
    public boolean mixesSamples() {
        return true;
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Tensor fresh = inputs.value().stopGradient();
        Tensor swap = pass.random(name).bernoulli(0.5, fresh.shape().dim(0), 1, 1, 1);
        Tensor old = parameters.get(kept);
        pass.update(kept, old.add(swap.mul(fresh.sub(old))));
        return Outputs.of(fresh.add(swap.mul(old.sub(fresh))));
    }
}
