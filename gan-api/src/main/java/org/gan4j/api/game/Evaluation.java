package org.gan4j.api.game;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A player's objective, evaluated on a batch.
 *
 * @param player the player
 * @param terms the terms that are due in this step, at least one
 * @param loss their sum, a scalar
 * @param gradients the gradients of the loss, one per parameter of the player
 * @param state the next values of the player's state that the evaluation reports, such as running means
 * @param step the number of the step, a scalar DOUBLE, counted from 0
 */
public record Evaluation(
        Player player,
        List<Term> terms,
        Tensor loss,
        List<Tensor> gradients,
        Map<Variable, Tensor> state,
        Tensor step) {
    /** Returns the update that follows from the gradients, of the variables' own values. */
    public PlayerUpdate update() {
        return update(Parameters.variables());
    }

    /**
     * Returns the update that follows from the gradients.
     *
     * @param start the values of the parameters and of the optimizer's variables before the update
     */
    public PlayerUpdate update(Parameters start) {
        Map<Variable, Tensor> next = new LinkedHashMap<>(player.next(start, gradients, step));
        next.putAll(state);
        return new PlayerUpdate(this, next);
    }
}
