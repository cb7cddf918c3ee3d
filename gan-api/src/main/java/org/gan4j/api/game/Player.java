package org.gan4j.api.game;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.tensor.DType;
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
 * @param movingAverage the moving average (EMA) of its networks' parameters and state; empty to keep none
 * @param ownState the state variables that it owns in addition to those of its networks, such as the running mean of a
 *     regularizer; they are never averaged
 */
public record Player(
        String name,
        List<Network> networks,
        Objective objective,
        Optimizer optimizer,
        Optional<LearningRateSchedule> schedule,
        int updates,
        Optional<Constraint> constraint,
        Optional<MovingAverage> movingAverage,
        List<Variable> ownState) {
    /**
     * Validates the number of updates.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Player {
        networks = List.copyOf(networks);
        ownState = List.copyOf(ownState);
        if (updates < 1) {
            throw new IllegalArgumentException(
                    "the player " + name + " must make at least 1 update per step, not " + updates);
        }
    }

    /** Returns a player with one update per step, a constant learning rate, no constraint and no moving average. */
    public static Player of(String name, List<Network> networks, Objective objective, Optimizer optimizer) {
        return new Player(
                name,
                networks,
                objective,
                optimizer,
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /**
     * Returns a copy with another number of updates per step.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Player updates(int count) {
        return new Player(name, networks, objective, optimizer, schedule, count, constraint, movingAverage, ownState);
    }

    /** Returns a copy with another learning rate schedule. */
    public Player schedule(Optional<LearningRateSchedule> other) {
        return new Player(name, networks, objective, optimizer, other, updates, constraint, movingAverage, ownState);
    }

    /** Returns a copy with another constraint. */
    public Player constraint(Optional<Constraint> other) {
        return new Player(name, networks, objective, optimizer, schedule, updates, other, movingAverage, ownState);
    }

    /** Returns a copy with another moving average. */
    public Player movingAverage(Optional<MovingAverage> other) {
        return new Player(name, networks, objective, optimizer, schedule, updates, constraint, other, ownState);
    }

    /** Returns a copy that also owns these state variables, in addition to its networks' and to those given before. */
    public Player state(List<Variable> further) {
        List<Variable> own =
                Stream.concat(ownState.stream(), further.stream()).distinct().toList();
        return new Player(name, networks, objective, optimizer, schedule, updates, constraint, movingAverage, own);
    }

    /** Returns a copy that also minimizes the terms of another objective. */
    public Player adding(Objective further) {
        Objective both = update -> Stream.concat(objective.terms(update).stream(), further.terms(update).stream())
                .toList();
        return new Player(name, networks, both, optimizer, schedule, updates, constraint, movingAverage, ownState);
    }

    /**
     * Joins players into one, which minimizes the sum of their objectives with one optimizer, as the two generators of
     * CycleGAN do. Its terms are named after the joined players: {@code there.adversarial}.
     *
     * @param name the name of the joined player
     * @param players the players, at least one, which are trained in the same way; networks that several of them own
     *     count once
     * @throws IllegalArgumentException if there is no player, or if two differ in their optimizer, schedule, number of
     *     updates, constraint or moving average
     */
    public static Player joined(String name, List<Player> players) {
        if (players.isEmpty()) {
            throw new IllegalArgumentException("the player " + name + " joins no players: give at least one");
        }
        Player first = players.get(0);
        for (Player player : players) {
            if (!player.training().equals(first.training())) {
                throw new IllegalArgumentException("the players " + first.name + " and " + player.name
                        + " cannot be joined, since they are not trained in the same way (" + first.training()
                        + " and " + player.training() + "): give both the same settings");
            }
        }
        Objective sum = update -> players.stream()
                .flatMap(player -> player.objective.terms(update).stream()
                        .map(term -> new Term(player.name + "." + term.name(), term.value(), term.period())))
                .toList();
        return new Player(
                name,
                players.stream()
                        .flatMap(player -> player.networks.stream())
                        .distinct()
                        .toList(),
                sum,
                first.optimizer,
                first.schedule,
                first.updates,
                first.constraint,
                first.movingAverage,
                players.stream()
                        .flatMap(player -> player.ownState.stream())
                        .distinct()
                        .toList());
    }

    /** Returns the settings of its training. */
    private List<Object> training() {
        return List.of(optimizer, schedule, updates, constraint, movingAverage);
    }

    /** Returns the trainable parameters of all its networks. */
    public List<Variable> parameters() {
        return networks.stream()
                .flatMap(network -> network.parameters().stream())
                .toList();
    }

    /** Returns the state variables of all its networks, such as running means, and its own. */
    public List<Variable> state() {
        return Stream.concat(networkState(), ownState.stream()).toList();
    }

    /**
     * Returns all variables that belong to this player: the parameters, the state, the optimizer's variables and the
     * moving averages. A checkpoint has them all.
     */
    public List<Variable> variables() {
        List<Variable> all = new ArrayList<>(parameters());
        all.addAll(state());
        all.addAll(rule().variables());
        averaged().stream().map(MovingAverage::of).forEach(all::add);
        return all;
    }

    /** Returns the optimizer's rule for its parameters, with variables named after this player. */
    public Optimizer.Rule rule() {
        // moments start at zero, so this seed draws no number
        return optimizer.bind(parameters(), VariableScope.of("optimizer/" + name, 0));
    }

    /**
     * Computes one update: the optimizer's rule at the scheduled rate, then the constraint. It is a pure function, so
     * that updates can follow each other within one expression.
     *
     * @param at the values of the parameters and of the optimizer's variables before the update
     * @param gradients the gradients of the objective, one per parameter, in the order of {@link #parameters()}
     * @param step the number of the step, a scalar DOUBLE, counted from 0
     * @return the next value of each parameter and of each of the optimizer's variables
     */
    public Map<Variable, Tensor> next(Parameters at, List<Tensor> gradients, Tensor step) {
        Tensor rate = schedule.map(each -> each.factor(step)).orElse(Tensor.full(DType.DOUBLE, 1));
        Map<Variable, Tensor> next = new LinkedHashMap<>(rule().step(at, gradients, rate));
        constraint.ifPresent(
                each -> parameters().forEach(parameter -> next.computeIfPresent(parameter, each::project)));
        return next;
    }

    /**
     * Computes the moving averages after this player's last update of a step. The state of networks is averaged like
     * parameters, since running means belong to the weights that they were measured with.
     *
     * @param updated the values of its variables after that update
     * @param step the number of the step, a scalar DOUBLE, counted from 0
     * @return the next value of each average; empty if this player keeps none
     */
    public Map<Variable, Tensor> averages(Map<Variable, Tensor> updated, Tensor step) {
        Map<Variable, Tensor> next = new LinkedHashMap<>();
        movingAverage.ifPresent(mean -> averaged()
                .forEach(variable -> next.put(
                        MovingAverage.of(variable),
                        mean.next(variable, updated.getOrDefault(variable, variable.value()), step))));
        return next;
    }

    /** Returns the variables that have a moving average: the networks' parameters and state, or none. */
    public List<Variable> averaged() {
        return movingAverage.isEmpty()
                ? List.of()
                : Stream.concat(parameters().stream(), networkState()).toList();
    }

    private Stream<Variable> networkState() {
        return networks.stream().flatMap(network -> network.state().stream());
    }
}
