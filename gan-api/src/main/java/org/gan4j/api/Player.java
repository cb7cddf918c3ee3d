package org.gan4j.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * One side of a game.
 *
 * @param name such as {@code "generator"}: in logs, and in the names of the optimiser's variables
 * @param networks what it owns: their parameters are what it changes
 * @param objective what it minimises
 * @param optimizer how it learns
 * @param schedule how its learning rate changes
 * @param moves how many updates it makes in a round
 * @param constraint what its parameters are held to
 * @param average whether averages of its parameters are kept
 */
public record Player(
        String name,
        List<Network> networks,
        Objective objective,
        Optimizer optimizer,
        Optional<Schedule> schedule,
        int moves,
        Optional<Constraint> constraint,
        Optional<MovingAverage> average) {
    public Player {
        networks = List.copyOf(networks);
        if (moves < 1) {
            throw new IllegalArgumentException("the player " + name + " must move at least once a round, not " + moves);
        }
    }

    /** One move a round, a rate that stays, no constraint, no averages. */
    public static Player of(String name, List<Network> networks, Objective objective, Optimizer optimizer) {
        return new Player(
                name, networks, objective, optimizer, Optional.empty(), 1, Optional.empty(), Optional.empty());
    }

    public Player moves(int count) {
        return new Player(name, networks, objective, optimizer, schedule, count, constraint, average);
    }

    public Player schedule(Optional<Schedule> other) {
        return new Player(name, networks, objective, optimizer, other, moves, constraint, average);
    }

    public Player constraint(Optional<Constraint> other) {
        return new Player(name, networks, objective, optimizer, schedule, moves, other, average);
    }

    public Player average(Optional<MovingAverage> other) {
        return new Player(name, networks, objective, optimizer, schedule, moves, constraint, other);
    }

    public List<Variable> parameters() {
        return networks.stream()
                .flatMap(network -> network.parameters().stream())
                .toList();
    }

    public List<Variable> state() {
        return networks.stream().flatMap(network -> network.state().stream()).toList();
    }

    /**
     * The averages after this player's last move of a round: of its parameters, and of its state, since running means belong
     * to the weights that made them.
     *
     * @param updated the values of its variables after that move
     * @param round a scalar DOUBLE that counts from 0
     */
    public Map<Variable, Tensor> averages(Map<Variable, Tensor> updated, Tensor round) {
        Map<Variable, Tensor> next = new LinkedHashMap<>();
        average.ifPresent(mean -> Stream.concat(parameters().stream(), state().stream())
                .forEach(parameter -> next.put(
                        MovingAverage.of(parameter),
                        mean.next(parameter, updated.getOrDefault(parameter, parameter.value()), round))));
        return next;
    }
}
