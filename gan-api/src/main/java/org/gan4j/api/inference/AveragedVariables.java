package org.gan4j.api.inference;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.tensor.Variable;

/**
 * The variables of a GAN that have a moving average, by {@link Player#averaged}. An {@link InferenceRunner} uses it to
 * apply networks with the {@link Weights} that a call chooses.
 */
public final class AveragedVariables {
    private final Set<Variable> averaged = new HashSet<>();
    private final Map<Variable, String> owners = new HashMap<>();

    private AveragedVariables() {}

    /** Returns the averaged variables of the players of all phases. */
    public static AveragedVariables of(PhaseSchedule phaseSchedule) {
        AveragedVariables all = new AveragedVariables();
        for (Phase phase : phaseSchedule.phases()) {
            phase.game().players().forEach(all::add);
        }
        return all;
    }

    private void add(Player player) {
        averaged.addAll(player.averaged());
        Stream.concat(player.parameters().stream(), player.state().stream())
                .forEach(variable -> owners.put(variable, player.name()));
    }

    /**
     * Returns the parameters that these weights select: for {@link Weights#EMA}, a variable that has a moving average
     * stands for its average, and any other variable for its own value.
     */
    public Parameters parameters(Weights weights) {
        return weights == Weights.LATEST
                ? Parameters.variables()
                : variable ->
                        averaged.contains(variable) ? MovingAverage.of(variable).value() : variable.value();
    }

    /**
     * Checks that at least one of these variables has a moving average, since {@link Weights#EMA} otherwise selects the
     * latest weights.
     *
     * @param used the variables that a network reads
     * @throws IllegalArgumentException if none has
     */
    public void require(Collection<Variable> used) {
        if (used.stream().anyMatch(averaged::contains)) {
            return;
        }
        String whose = used.stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .distinct()
                .map(player -> player + "'s")
                .collect(Collectors.joining(" and "));
        throw new IllegalArgumentException("this GAN keeps no EMA of "
                + (whose.isEmpty() ? "these" : "its " + whose)
                + " weights: use the latest weights");
    }
}
