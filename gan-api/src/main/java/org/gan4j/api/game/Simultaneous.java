package org.gan4j.api.game;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Variable;

/**
 * Updates at once: each gradient is taken at the values before the step. Simultaneous gradient descent is what theory
 * often assumes of a GAN (<a href="https://arxiv.org/abs/1801.04406">Mescheder et al. 2018</a>). On the bilinear game
 * {@code min max x·y} it spirals out by √(1 + α²) per step.
 */
public record Simultaneous() implements Coordination {
    @Override
    public String name() {
        return "simultaneous";
    }

    @Override
    public String summary() {
        return "all players update at once, from the values before the step (Mescheder et al. 2018)";
    }

    @Override
    public List<Turn> turns(List<Player> players, Evaluator evaluator) {
        List<PlayerUpdate> updates = new ArrayList<>();
        for (Player player : players) {
            updates.add(evaluator.evaluate(player, 0, Parameters.variables()).update());
        }
        return List.of(Turn.of(updates));
    }

    /**
     * Returns the problems of players that update at once.
     *
     * @param coordination the name of the coordination that has them do so
     */
    static List<String> problemsOf(List<Player> players, String coordination) {
        List<String> problems = new ArrayList<>();
        Set<Variable> owned = new HashSet<>();
        for (Player player : players) {
            if (player.updates() != 1) {
                problems.add("the player " + player.name() + " makes " + player.updates()
                        + " updates per step, but with the coordination " + coordination
                        + " each player makes one: set its updates to 1, or use the coordination alternating");
            }
            List<Variable> all = new ArrayList<>(player.parameters());
            all.addAll(player.state());
            for (Variable variable : all) {
                if (!owned.add(variable)) {
                    problems.add("the player " + player.name() + " and another one both own " + variable.name()
                            + ", which the coordination " + coordination
                            + " cannot update twice at once: use the coordination alternating");
                }
            }
        }
        return problems;
    }
}
