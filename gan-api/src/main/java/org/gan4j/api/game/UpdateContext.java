package org.gan4j.api.game;

import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * The context in which a player's objective is traced for one update. The last updates of all players in a step share
 * the step's last batch and its random streams, so an expression that several players need, such as the generated
 * batch, is computed once.
 */
public interface UpdateContext {
    /** Returns the number of samples per batch. */
    int batchSize();

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

    /** Returns the values that stand for the networks' variables. */
    Parameters parameters();

    /**
     * Applies a network in training mode. Its state variables are updated only if the player that makes this update
     * owns it.
     */
    Outputs apply(Network network, Inputs inputs);

    /** Applies a network to an input without conditions and returns its main output. */
    default Tensor apply(Network network, Tensor input) {
        return apply(network, Inputs.of(input)).value();
    }
}
