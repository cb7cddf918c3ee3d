package org.gan4j.api.application;

import java.util.List;
import java.util.Map;
import org.gan4j.api.application.AdversarialModel.ScoredBatch;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The values that a regularizer of a pair works with.
 *
 * @param updating whether updates of the state have an effect
 */
record PairRegularizerContext(
        String regularizer,
        AdversarialModel model,
        ScoredBatch batch,
        List<Variable> parameters,
        Map<String, Variable> state,
        boolean updating,
        RandomKey random)
        implements RegularizerContext {
    @Override
    public Tensor scores(Tensor samples) {
        return batch.critic().apply(samples).value();
    }

    @Override
    public Tensor real() {
        return batch.real();
    }

    @Override
    public Tensor fake() {
        return batch.fake();
    }

    @Override
    public Outputs realOutputs() {
        return batch.realOutputs();
    }

    @Override
    public Outputs fakeOutputs() {
        return batch.fakeOutputs();
    }

    @Override
    public List<Variable> weights() {
        return parameters.stream().filter(Variable::isWeight).toList();
    }

    @Override
    public Tensor latents() {
        return model.latents(batch.update());
    }

    @Override
    public Outputs generate(Tensor latents) {
        return model.generated(batch.update(), latents);
    }

    @Override
    public Tensor value(Variable variable) {
        return batch.update().parameters().get(variable);
    }

    @Override
    public Tensor state(String name) {
        return value(variable(name));
    }

    @Override
    public void update(String name, Tensor next) {
        Variable variable = variable(name);
        if (updating) {
            batch.update().update(variable, next);
        }
    }

    private Variable variable(String name) {
        Variable variable = state.get(name);
        if (variable == null) {
            throw new IllegalArgumentException("the regularizer " + regularizer + " has no state " + name + "; it has "
                    + state.keySet() + ": declare it in Regularizer.state()");
        }
        return variable;
    }

    @Override
    public Tensor step() {
        return batch.update().step();
    }
}
