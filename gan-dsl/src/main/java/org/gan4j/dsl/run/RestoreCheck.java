package org.gan4j.dsl.run;

import java.nio.file.Path;
import java.util.Set;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;

/**
 * A run goes on with all that it had: else what is new would start from nothing without a word.
 *
 * @param step after which the checkpoint was written
 * @param variables the names of those it has
 */
public record RestoreCheck(
        int step, Set<String> variables, PhaseSchedule phaseSchedule, Session session, Path experiment)
        implements TrainingListener {

    public RestoreCheck {
        variables = Set.copyOf(variables); // not a view, which would keep the checkpoint's numbers in memory
    }

    @Override
    public void started(Progress progress) {
        if (progress.step() != step || beginsPhase()) {
            return; // a later phase may bring players with variables of their own
        }
        for (Variable variable : session.variables()) {
            if (!variables.contains(variable.name())) {
                throw new IllegalArgumentException("the checkpoint has no " + variable.name() + ": " + experiment
                        + " was changed, and a run goes on only as it was begun");
            }
        }
    }

    private boolean beginsPhase() {
        return step > 0 && phaseSchedule.at(step) != phaseSchedule.at(step - 1);
    }
}
