package org.gan4j.api.game;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.network.Network;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * One side of a game.
 *
 * @param name such as {@code "generator"}: in logs, and in the names of the optimizer's variables
 * @param networks what it owns: their parameters are what it changes
 * @param objective what it minimizes
 * @param optimizer how it learns
 * @param schedule how its learning rate changes
 * @param updates how many updates it makes in a round
 * @param constraint what its parameters are held to
 * @param movingAverage whether averages of its parameters are kept
 */
public record Player(
        String name,
        List<Network> networks,
        Objective objective,
        Optimizer optimizer,
        Optional<LearningRateSchedule> schedule,
        int updates,
        Optional<Constraint> constraint,
        Optional<MovingAverage> movingAverage) {
    public Player {
        networks = List.copyOf(networks);
        if (updates < 1) {
            throw new IllegalArgumentException(
                    "the player " + name + " must move at least once a round, not " + updates);
        }
    }

    /** One move a round, a rate that stays, no constraint, no averages. */
    public static Player of(String name, List<Network> networks, Objective objective, Optimizer optimizer) {
        return new Player(
                name, networks, objective, optimizer, Optional.empty(), 1, Optional.empty(), Optional.empty());
    }

    public Player updates(int count) {
        return new Player(name, networks, objective, optimizer, schedule, count, constraint, movingAverage);
    }

    public Player schedule(Optional<LearningRateSchedule> other) {
        return new Player(name, networks, objective, optimizer, other, updates, constraint, movingAverage);
    }

    public Player constraint(Optional<Constraint> other) {
        return new Player(name, networks, objective, optimizer, schedule, updates, other, movingAverage);
    }

    public Player movingAverage(Optional<MovingAverage> other) {
        return new Player(name, networks, objective, optimizer, schedule, updates, constraint, other);
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
     * @param step a scalar DOUBLE that counts from 0
     */
    public Map<Variable, Tensor> averages(Map<Variable, Tensor> updated, Tensor step) {
        Map<Variable, Tensor> next = new LinkedHashMap<>();
        movingAverage.ifPresent(mean -> Stream.concat(parameters().stream(), state().stream())
                .forEach(parameter -> next.put(
                        MovingAverage.of(parameter),
                        mean.next(parameter, updated.getOrDefault(parameter, parameter.value()), step))));
        return next;
    }
}
