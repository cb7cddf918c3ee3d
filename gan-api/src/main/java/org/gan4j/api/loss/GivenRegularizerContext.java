package org.gan4j.api.loss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/**
 * A regularizer context of given values, with which a test applies a regularizer outside of a game. Its methods add
 * values to it and return it.
 */
public final class GivenRegularizerContext implements RegularizerContext {
    private Function<Tensor, Outputs> critic;
    private final Tensor real;
    private final Tensor fake;
    private final RandomKey random;
    private final Map<String, Tensor> state = new LinkedHashMap<>();
    private final Map<String, Tensor> updates = new LinkedHashMap<>();
    private Tensor latents;
    private Function<Tensor, Outputs> generator;
    private List<Variable> weights = List.of();
    private List<Variable> all = List.of();
    private Parameters parameters = Parameters.variables();
    private Tensor step = Tensor.of(TensorData.scalar(0));

    GivenRegularizerContext(UnaryOperator<Tensor> critic, Tensor real, Tensor fake, RandomKey random) {
        this.critic = samples -> Outputs.of(critic.apply(samples));
        this.real = real;
        this.fake = fake;
        this.random = random;
    }

    /** Sets the critic's outputs, with heads, in place of its scores alone. */
    public GivenRegularizerContext critic(Function<Tensor, Outputs> outputs) {
        critic = outputs;
        return this;
    }

    /** Sets the generator and its latents. */
    public GivenRegularizerContext generator(Tensor givenLatents, Function<Tensor, Outputs> given) {
        latents = givenLatents;
        generator = given;
        return this;
    }

    /** Sets the weights of the player, which are all of its variables, and the values of all variables. */
    public GivenRegularizerContext weights(List<Variable> given, Parameters values) {
        weights = List.copyOf(given);
        all = weights;
        parameters = values;
        return this;
    }

    /** Sets the variables of the player, some of which are its weights, and the values of all variables. */
    public GivenRegularizerContext parameters(List<Variable> given, Parameters values) {
        weights(given.stream().filter(Variable::isWeight).toList(), values);
        all = List.copyOf(given);
        return this;
    }

    /** Sets the value of a state before the update. */
    public GivenRegularizerContext state(String name, Tensor value) {
        state.put(name, value);
        return this;
    }

    /** Sets the number of the step, counted from 0. */
    public GivenRegularizerContext step(int number) {
        step = Tensor.of(TensorData.scalar(number));
        return this;
    }

    /** Returns the next values of the state that the regularizer set, by name. */
    public Map<String, Tensor> updates() {
        return Map.copyOf(updates);
    }

    @Override
    public Tensor scores(Tensor samples) {
        return critic.apply(samples).value();
    }

    @Override
    public Tensor real() {
        return real;
    }

    @Override
    public Tensor fake() {
        return fake;
    }

    @Override
    public Outputs realOutputs() {
        return critic.apply(real);
    }

    @Override
    public Outputs fakeOutputs() {
        return critic.apply(fake);
    }

    @Override
    public Tensor latents() {
        requireGenerator();
        return latents;
    }

    @Override
    public Outputs generate(Tensor from) {
        requireGenerator();
        return generator.apply(from);
    }

    private void requireGenerator() {
        if (generator == null) {
            throw new IllegalArgumentException("this context has no generator: give it one with generator(...)");
        }
    }

    @Override
    public List<Variable> weights() {
        return weights;
    }

    @Override
    public List<Variable> parameters() {
        return all;
    }

    @Override
    public Tensor value(Variable variable) {
        return parameters.get(variable);
    }

    @Override
    public Tensor state(String name) {
        Tensor value = state.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "this context has no state " + name + "; it has " + state.keySet() + ": add it with state(...)");
        }
        return value;
    }

    @Override
    public void update(String name, Tensor next) {
        state(name);
        updates.put(name, next.stopGradient());
    }

    @Override
    public RandomKey random() {
        return random;
    }

    @Override
    public Tensor step() {
        return step;
    }
}
