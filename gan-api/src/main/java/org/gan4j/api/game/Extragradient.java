package org.gan4j.api.game;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The extragradient method (<a href="https://arxiv.org/abs/1802.10551">Gidel et al. 2019</a>, algorithms 2 and 4): all
 * players first extrapolate by an update from the values before the step, then they update those values with the
 * gradients at the extrapolated point.
 *
 * <pre>
 * ω′ = P[ω − α F(ω)]
 * ω ← P[ω − α F(ω′)]
 * </pre>
 *
 * <p>F is the gradient of each player's objective, on a batch of its own in each of the two evaluations, and P is the
 * constraint. Each player's optimizer makes both updates: with Adam this is ExtraAdam, whose moments advance twice per
 * step. State of networks, such as running means, advances once, at the extrapolated point; its first evaluation is
 * discarded. A step costs as much as two simultaneous ones.
 */
public record Extragradient() implements Coordination {
    @Override
    public String name() {
        return "extragradient";
    }

    @Override
    public String summary() {
        return "all players look ahead by one update, then use the gradients found there (Gidel et al. 2019)";
    }

    @Override
    public int batches(List<Player> players) {
        return 2;
    }

    @Override
    public List<Turn> turns(List<Player> players, Evaluator evaluator) {
        Map<Variable, Tensor> ahead = new LinkedHashMap<>();
        for (Player player : players) {
            Evaluation here = evaluator.evaluate(player, 0, Parameters.variables());
            // constants: a derivative with respect to samples must not pass through the extrapolated parameters
            player.next(Parameters.variables(), here.gradients(), here.step())
                    .forEach((variable, value) -> ahead.put(variable, value.stopGradient()));
        }
        Parameters there = Parameters.replacing(ahead);
        return List.of(Turn.of(players.stream()
                .map(player -> evaluator.evaluate(player, 1, there).update(start(player, there)))
                .toList()));
    }

    /** Returns the parameters before the step, with the optimizer's variables after the extrapolation. */
    private static Parameters start(Player player, Parameters there) {
        Map<Variable, Tensor> before = new LinkedHashMap<>();
        player.parameters().forEach(parameter -> before.put(parameter, parameter.value()));
        return there.with(before);
    }
}
