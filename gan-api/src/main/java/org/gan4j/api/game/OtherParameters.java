package org.gan4j.api.game;

import java.util.function.BiConsumer;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A context that is another one in all but the parameters and the receiver of updates. */
record OtherParameters(UpdateContext update, Parameters parameters, BiConsumer<Variable, Tensor> updates)
        implements UpdateContext {
    @Override
    public int batchSize() {
        return update.batchSize();
    }

    @Override
    public int parts() {
        return update.parts();
    }

    @Override
    public Tensor data(String field) {
        return update.data(field);
    }

    @Override
    public RandomKey random(String name) {
        return update.random(name);
    }

    @Override
    public Tensor step() {
        return update.step();
    }

    @Override
    public boolean isDue(int period) {
        return update.isDue(period);
    }

    @Override
    public ForwardPass pass() {
        return update.pass();
    }

    @Override
    public void update(Variable state, Tensor next) {
        updates.accept(state, next);
    }
}
