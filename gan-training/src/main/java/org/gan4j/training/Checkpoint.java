package org.gan4j.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.io.Safetensors;

/**
 * All state of a run after a step: every variable by name. Random numbers and the order of the data follow from the seed
 * and the step, so nothing else is needed to go on.
 */
public record Checkpoint(int step, Map<String, TensorData> variables) {
    private static final String STEP = "step";

    /** The state of a session. */
    public static Checkpoint of(Session session, int step) {
        Map<String, TensorData> variables = new TreeMap<>();
        for (Variable variable : session.variables()) {
            if (variables.put(variable.name(), session.get(variable)) != null) {
                throw new IllegalStateException("two variables of different shapes are called " + variable.name());
            }
        }
        return new Checkpoint(step, variables);
    }

    /** The state that a file holds; throws IllegalArgumentException if it is not a checkpoint. */
    public static Checkpoint read(Path file) {
        Safetensors stored = Safetensors.read(file);
        String step = stored.metadata().get(STEP);
        if (step == null || !step.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    file + " is not a checkpoint: it does not say after which step it was written");
        }
        return new Checkpoint(Integer.parseInt(step), stored.tensors());
    }

    public void write(Path file) {
        new Safetensors(variables, Map.of(STEP, Integer.toString(step))).write(file);
    }

    /**
     * Puts this state into a session.
     *
     * @param networks whose variables must all be in here
     * @throws IllegalArgumentException if one is not, or has another shape
     */
    public void restore(Session session, List<Network> networks) {
        for (Network network : networks) {
            Stream.concat(network.parameters().stream(), network.state().stream())
                    .forEach(this::require);
        }
        variables.forEach((name, value) -> session.set(Variable.of(name, Tensor.of(value)), value));
    }

    private void require(Variable variable) {
        TensorData stored = variables.get(variable.name());
        if (stored == null || !stored.shape().equals(variable.shape()) || stored.dtype() != variable.dtype()) {
            throw new IllegalArgumentException("the checkpoint does not fit the networks: it has "
                    + (stored == null ? "no" : stored.dtype() + " " + stored.shape() + " for") + " variable "
                    + variable.name() + ", which is " + variable.dtype() + " " + variable.shape());
        }
    }
}
