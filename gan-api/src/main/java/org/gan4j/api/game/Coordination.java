package org.gan4j.api.game;

import java.util.List;
import org.gan4j.api.Component;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Variable;

/**
 * The way in which the updates of a game's players follow each other in a step: in turn, at once, or by a rule of its
 * own. It says which objectives are evaluated, at which parameters, and which updates take effect together. The trainer
 * calls {@link #turns} when it traces a step, so a coordination is written in tensor expressions, as losses and
 * optimizers are.
 */
public interface Coordination extends Component {
    /** Returns whether a player may make several updates per step. No by default. */
    default boolean allowsSeveralUpdates() {
        return false;
    }

    /**
     * Returns one message per problem with these players. By default, those of players that update at once: each makes
     * one update per step and has variables of its own.
     */
    default List<String> problems(List<Player> players) {
        return Simultaneous.problemsOf(players, name());
    }

    /** Returns the number of batches that a step uses. 1 by default. */
    default int batches(List<Player> players) {
        return 1;
    }

    /** Returns its own variables, which checkpoints hold. None by default. */
    default List<Variable> state(List<Player> players) {
        return List.of();
    }

    /**
     * Returns the turns of one step, each of which sees the variables as the turns before it left them.
     *
     * @param players the players of the game
     * @param evaluator evaluates the players' objectives
     */
    List<Turn> turns(List<Player> players, Evaluator evaluator);

    /** Evaluates objectives within a step. */
    @FunctionalInterface
    interface Evaluator {
        /**
         * Evaluates a player's objective and its gradients.
         *
         * @param player the player
         * @param batch the index of the batch among those of the step, from 0; evaluations with the same batch also draw
         *     the same random numbers
         * @param at the values that stand for all networks' variables
         */
        Evaluation evaluate(Player player, int batch, Parameters at);
    }
}
