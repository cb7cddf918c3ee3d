package org.gan4j.api.game;

import java.util.function.BiConsumer;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The context in which a player's objective is traced for one update. The last updates of all players in a step share
 * the step's last batch and its random streams, so an expression that several players need, such as the generated
 * batch, is computed once.
 */
public interface UpdateContext {
    /** Returns the number of samples per batch. */
    int batchSize();

    /**
     * Returns the number of equal parts in which the batch is computed; this context sees one of them. What a part sets is
     * averaged over the parts. Defaults to 1: this context sees the whole batch.
     */
    default int parts() {
        return 1;
    }

    /**
     * Returns a field of this update's batch, [N, ...].
     *
     * @throws IllegalArgumentException if the batch has no such field
     */
    Tensor data(String field);

    /** Returns the random stream of this name. It draws new numbers in each update of each step. */
    RandomKey random(String name);

    /** Returns the number of the step, a scalar INT, counted from 0. */
    Tensor step();

    /**
     * Returns whether a term with this period is added in this step. The trainer leaves out terms that are not due by
     * itself; an objective asks if it uses the terms of another player, as unrolling does. In a preview, all are due.
     *
     * @param period the period of the term, at least 1
     */
    default boolean isDue(int period) {
        return true;
    }

    /** Returns the values that stand for the networks' variables. */
    Parameters parameters();

    /** Returns the forward pass that all networks of this update share, in training mode except in a preview. */
    ForwardPass pass();

    /**
     * Sets the next value of a state variable of the player that makes this update. An objective uses it for state that
     * is not a layer's, since it can tell real samples from generated ones. Does nothing in a preview.
     *
     * @param state a variable of {@link Player#state()}
     * @param next its value after the update, through which no gradient flows
     * @throws IllegalArgumentException if the player does not own the variable
     */
    void update(Variable state, Tensor next);

    /**
     * Returns a context in which networks are applied with other parameters. It shares the data, the random streams and
     * the updates of state with this one.
     *
     * @param parameters the values that stand for the networks' variables, for example {@code
     *     update.parameters().with(...)}
     */
    default UpdateContext with(Parameters parameters) {
        return with(parameters, this::update);
    }

    /**
     * Returns a context in which networks are applied with other parameters, and which hands the updates of state to a
     * receiver in place of this context. Unrolling uses it to look ahead at updates of another player.
     *
     * @param parameters the values that stand for the networks' variables
     * @param updates receives each state variable that is set with {@link #update}, and its next value
     */
    default UpdateContext with(Parameters parameters, BiConsumer<Variable, Tensor> updates) {
        return new OtherParameters(this, parameters, updates);
    }

    /**
     * Applies a network in training mode. Its state variables are updated only if the player that makes this update
     * owns it.
     */
    default Outputs apply(Network network, Inputs inputs) {
        return network.apply(parameters(), pass(), inputs);
    }

    /** Applies a network to an input without conditions and returns its main output. */
    default Tensor apply(Network network, Tensor input) {
        return apply(network, Inputs.of(input)).value();
    }
}
