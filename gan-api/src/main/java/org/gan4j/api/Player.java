package org.gan4j.api;

import java.util.List;
import java.util.Optional;
import org.gan4j.tensor.Variable;

/**
 * One side of a game.
 *
 * @param name such as {@code "generator"}: in logs, and in the names of the optimiser's variables
 * @param networks what it owns: their parameters are what it changes
 * @param objective what it minimises
 * @param optimizer how it learns
 * @param moves how many updates it makes in a round
 * @param constraint what its parameters are held to
 */
public record Player(
        String name,
        List<Network> networks,
        Objective objective,
        Optimizer optimizer,
        int moves,
        Optional<Constraint> constraint) {
    public Player {
        networks = List.copyOf(networks);
        if (moves < 1) {
            throw new IllegalArgumentException("the player " + name + " must move at least once a round, not " + moves);
        }
    }

    public List<Variable> parameters() {
        return networks.stream()
                .flatMap(network -> network.parameters().stream())
                .toList();
    }

    public List<Variable> state() {
        return networks.stream().flatMap(network -> network.state().stream()).toList();
    }
}
