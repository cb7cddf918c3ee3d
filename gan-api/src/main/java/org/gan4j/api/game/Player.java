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
 * A player of a game: networks, the objective that they minimize, and the way they are trained.
 *
 * @param name the name in metrics and in the names of the optimizer's variables, such as {@code "generator"}
 * @param networks the networks that this player owns, whose parameters it updates
 * @param objective the objective that it minimizes
 * @param optimizer the optimizer of its parameters
 * @param schedule the schedule of its learning rate; empty for a constant rate
 * @param updates the number of updates per step, at least 1
 * @param constraint the projection applied to its parameters after each update, such as weight clipping
 * @param movingAverage the moving average (EMA) of its parameters and state; empty to keep none
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
    /**
     * Validates the number of updates.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Player {
        networks = List.copyOf(networks);
        if (updates < 1) {
            throw new IllegalArgumentException(
                    "the player " + name + " must make at least 1 update per step, not " + updates);
        }
    }

    /** Returns a player with one update per step, a constant learning rate, no constraint and no moving average. */
    public static Player of(String name, List<Network> networks, Objective objective, Optimizer optimizer) {
        return new Player(
                name, networks, objective, optimizer, Optional.empty(), 1, Optional.empty(), Optional.empty());
    }

    /**
     * Returns a copy with another number of updates per step.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Player updates(int count) {
        return new Player(name, networks, objective, optimizer, schedule, count, constraint, movingAverage);
    }

    /** Returns a copy with another learning rate schedule. */
    public Player schedule(Optional<LearningRateSchedule> other) {
        return new Player(name, networks, objective, optimizer, other, updates, constraint, movingAverage);
    }

    /** Returns a copy with another constraint. */
    public Player constraint(Optional<Constraint> other) {
        return new Player(name, networks, objective, optimizer, schedule, updates, other, movingAverage);
    }

    /** Returns a copy with another moving average. */
    public Player movingAverage(Optional<MovingAverage> other) {
        return new Player(name, networks, objective, optimizer, schedule, updates, constraint, other);
    }

    /** Returns the trainable parameters of all its networks. */
    public List<Variable> parameters() {
        return networks.stream()
                .flatMap(network -> network.parameters().stream())
                .toList();
    }

    /** Returns the state variables of all its networks, such as running means. */
    public List<Variable> state() {
        return networks.stream().flatMap(network -> network.state().stream()).toList();
    }

    /**
     * Computes the moving averages after this player's last update of a step. State is averaged like parameters, since
     * running means belong to the weights that they were measured with.
     *
     * @param updated the values of its variables after that update
     * @param step the number of the step, a scalar DOUBLE, counted from 0
     * @return the next value of each average; empty if this player keeps none
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
