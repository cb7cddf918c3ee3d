package org.gan4j.api.game;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * An update of a player.
 *
 * @param evaluation the evaluation of its objective
 * @param next the next values of the player's parameters, of its state and of its optimizer's variables
 */
public record PlayerUpdate(Evaluation evaluation, Map<Variable, Tensor> next) {
    /** Returns the player. */
    public Player player() {
        return evaluation.player();
    }

    /**
     * Returns an update that is made if a condition holds; otherwise all variables keep their values.
     *
     * @param condition a scalar BOOL
     */
    public PlayerUpdate onlyIf(Tensor condition) {
        Map<Variable, Tensor> chosen = new LinkedHashMap<>();
        next.forEach((variable, value) -> chosen.put(variable, condition.where(value, variable.value())));
        return new PlayerUpdate(evaluation, chosen);
    }
}
