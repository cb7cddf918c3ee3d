package org.gan4j.api.game;

import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * One move of one player, while its objective is written down. Each player's last move in a round uses the round's last
 * batch and the same random streams, so what both players make from them, such as one batch of fakes, is made once.
 */
public interface UpdateContext {
    /** How many samples a batch has. */
    int batchSize();

    /** A field of this move's batch, [N, ...]. */
    Tensor data(String field);

    /** The random stream of this name, drawn afresh for each move of each round. */
    RandomKey random(String name);

    /** The number of the round, a scalar INT that counts from 0. */
    Tensor step();

    /** What the networks' variables stand for. */
    Parameters parameters();

    /** A network applied in training mode; its state is updated only if the moving player owns it. */
    Outputs apply(Network network, Inputs inputs);

    default Tensor apply(Network network, Tensor input) {
        return apply(network, Inputs.of(input)).value();
    }
}
