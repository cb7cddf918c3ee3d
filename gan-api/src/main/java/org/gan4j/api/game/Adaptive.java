package org.gan4j.api.game;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Updates of the player that is behind (<a href="https://arxiv.org/abs/2008.12463">Ouyang and Agam 2021</a>): in each
 * step, one of two players is updated, namely the first of them, the critic, if its loss changed more since the previous
 * step than the second's, the generator's; else the generator:
 *
 * <pre>
 * r = |L − L_previous| / |L_previous|,  the critic is updated if r_critic ≥ λ r_generator
 * </pre>
 *
 * <p>It replaces a fixed number of critic updates, for Wasserstein losses. In the first step, which has no previous
 * losses, the critic is updated. The losses are the sums of the terms of every step; lazy terms, which would make them
 * jump, are left out. Both players are evaluated in each step, so a step costs as much as one in which both update. The
 * moving average of a player that is not updated goes on.
 *
 * @param lambda the factor λ on the generator's ratio, above 0; larger values update the generator more often
 */
public record Adaptive(double lambda) implements Coordination {
    /**
     * Validates the factor.
     *
     * @throws IllegalArgumentException if it is not above 0
     */
    public Adaptive {
        if (!(lambda > 0)) {
            throw new IllegalArgumentException("adaptive needs a lambda above 0, such as 1, not " + lambda);
        }
    }

    @Override
    public String name() {
        return "adaptive";
    }

    @Override
    public String summary() {
        return "only the player whose loss changes more is updated (Ouyang and Agam 2021)";
    }

    @Override
    public List<String> problems(List<Player> players) {
        List<String> problems = new ArrayList<>(Coordination.super.problems(players));
        if (players.size() != 2) {
            problems.add("the coordination adaptive chooses between two players, but the game has "
                    + players.stream().map(Player::name).toList() + ": use another coordination");
        }
        return problems;
    }

    @Override
    public List<Variable> state(List<Player> players) {
        return players.stream().map(Adaptive::previous).toList();
    }

    private static Variable previous(Player player) {
        return Variable.of("coordination/" + player.name() + "/loss", Tensor.full(DType.DOUBLE, 0));
    }

    @Override
    public List<Turn> turns(List<Player> players, Evaluator evaluator) {
        Map<Variable, Tensor> losses = new LinkedHashMap<>();
        List<Evaluation> evaluated = new ArrayList<>();
        for (Player player : players) {
            Evaluation evaluation = evaluator.evaluate(player, 0, Parameters.variables());
            evaluated.add(evaluation);
            losses.put(previous(player), steady(evaluation));
        }
        Variable critic = previous(players.get(0));
        Variable generator = previous(players.get(1));
        // both ratios times both previous losses, so that nothing is divided by 0
        Tensor ofCritic = change(critic, losses).mul(generator.value().abs());
        Tensor ofGenerator = change(generator, losses).mul(critic.value().abs()).mul(lambda);
        Tensor behind = ofGenerator.greater(ofCritic);
        return List.of(new Turn(
                List.of(
                        evaluated.get(0).update().onlyIf(behind.not()),
                        evaluated.get(1).update().onlyIf(behind)),
                losses));
    }

    /** Returns the sum of the terms of every step, a scalar DOUBLE. */
    private static Tensor steady(Evaluation evaluation) {
        return evaluation.terms().stream()
                .filter(term -> term.period() == 1)
                .map(Term::value)
                .reduce(Tensor::add)
                .orElse(evaluation.loss())
                .cast(DType.DOUBLE);
    }

    private static Tensor change(Variable previous, Map<Variable, Tensor> losses) {
        return losses.get(previous).sub(previous.value()).abs();
    }
}
