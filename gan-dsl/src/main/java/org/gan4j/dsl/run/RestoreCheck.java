package org.gan4j.dsl.run;

import java.nio.file.Path;
import java.util.Set;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;

/**
 * A listener that checks, when a restored run continues, that the checkpoint has all variables of the networks. A
 * variable that is missing there would silently start from its initial value.
 *
 * @param step the step of the checkpoint
 * @param variables the names of the checkpoint's variables
 * @param phaseSchedule the phases of the run; a later phase may add variables
 * @param session the session that holds the variables of the networks
 * @param experiment the path of the run's experiment.yaml, for messages
 */
public record RestoreCheck(
        int step, Set<String> variables, PhaseSchedule phaseSchedule, Session session, Path experiment)
        implements TrainingListener {

    /** Copies the names. */
    public RestoreCheck {
        variables = Set.copyOf(variables); // a view would keep the checkpoint's numbers in memory
    }

    /**
     * Checks the variables.
     *
     * @throws IllegalArgumentException if the checkpoint lacks one
     */
    @Override
    public void started(Progress progress) {
        if (progress.step() != step || beginsPhase()) {
            return; // a later phase may bring players with variables of their own
        }
        for (Variable variable : session.variables()) {
            if (!variables.contains(variable.name())) {
                throw new IllegalArgumentException("the checkpoint has no " + variable.name() + ": " + experiment
                        + " was changed after the run started; undo the change to continue the run");
            }
        }
    }

    private boolean beginsPhase() {
        return step > 0 && phaseSchedule.at(step) != phaseSchedule.at(step - 1);
    }
}
