package org.gan4j.dsl.run;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.application.Plan;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.network.Network;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.tensor.Variable;
import org.gan4j.training.StoredCheckpoint;

/**
 * A check that a checkpoint has every variable that training would continue with: those of the networks, of the
 * optimizers, of the moving averages and of the players' coordination. A variable that is missing would silently start from its initial value.
 * A {@link GeneratorRun} has the variables of its generator alone, and cannot be trained.
 *
 * @param checkpoint the checkpoint
 * @param experiment the path of the run's experiment.yaml, for messages
 */
public record RestoreCheck(StoredCheckpoint checkpoint, Path experiment) {
    /**
     * Checks the variables of all networks, and those of the players of every phase that has begun; a later phase may
     * add players.
     *
     * @throws IllegalArgumentException if the checkpoint lacks a variable, or has it in another shape or type
     */
    public void require(Plan plan) {
        List<Network> generators = StartingWeights.generators(plan);
        if (!generators.isEmpty() && checkpoint.holdsOnly(generators)) {
            checkpoint.require(generators);
            return;
        }
        checkpoint.require(plan.networks());
        for (Phase phase : begun(plan.phaseSchedule())) {
            for (Player player : phase.game().players()) {
                variables(player).forEach(this::require);
            }
            phase.game().state().forEach(this::require);
        }
    }

    /** Returns the phases up to that of the last completed step, or the first if no step is completed. */
    private List<Phase> begun(PhaseSchedule schedule) {
        Phase last = schedule.at(Math.max(0, checkpoint.step() - 1));
        List<Phase> all = schedule.phases();
        return all.subList(0, all.indexOf(last) + 1);
    }

    private void require(Variable variable) {
        if (!checkpoint.has(variable)) {
            throw new IllegalArgumentException("the checkpoint has no " + variable.name() + " of type "
                    + variable.dtype() + " " + variable.shape() + ": " + experiment
                    + " was changed after the run started; undo the change to continue the run");
        }
    }

    /** Returns the variables of a player, without those of its optimizer if that is code which is not supplied. */
    private static Collection<Variable> variables(Player player) {
        try {
            return player.variables();
        } catch (IllegalArgumentException missing) { // training will say so
            Set<Variable> others = new LinkedHashSet<>(player.parameters());
            others.addAll(player.state());
            player.averaged().stream().map(MovingAverage::of).forEach(others::add);
            return others;
        }
    }
}
