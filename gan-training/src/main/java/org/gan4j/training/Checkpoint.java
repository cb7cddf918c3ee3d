package org.gan4j.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.network.Network;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.io.Safetensors;
import org.gan4j.tensor.io.SafetensorsFile.Stored;

/**
 * The whole state of a run after a step. Random numbers and the order of the data follow from the seed and the step, so
 * nothing else is needed to continue.
 *
 * @param step the number of completed steps
 * @param variables the value of every variable, by name
 */
public record Checkpoint(int step, Map<String, TensorData> variables) {
    private static final String STEP = "step";

    /**
     * Returns the state of a session.
     *
     * @throws IllegalStateException if two variables have the same name
     */
    public static Checkpoint of(Session session, int step) {
        Map<String, TensorData> variables = new TreeMap<>();
        for (Variable variable : session.variables()) {
            if (variables.put(variable.name(), session.get(variable)) != null) {
                throw new IllegalStateException(
                        "two variables of different shapes are named " + variable.name() + ": rename one of them");
            }
        }
        return new Checkpoint(step, variables);
    }

    /**
     * Reads a whole checkpoint. {@link StoredCheckpoint} reads single variables of it.
     *
     * @throws IllegalArgumentException if the file is not a checkpoint, or differs from its digest
     */
    public static Checkpoint read(Path file) {
        Safetensors stored = Safetensors.read(file);
        return new Checkpoint(step(file.toString(), stored.metadata()), stored.tensors());
    }

    /** Returns the number of completed steps that a file records. */
    static int step(String file, Map<String, String> metadata) {
        String step = metadata.get(STEP);
        if (step == null || !step.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    file + " is not a checkpoint: it records no step; use a file that a run wrote");
        }
        return Integer.parseInt(step);
    }

    /**
     * Writes this checkpoint as a safetensors file, with a digest of its bytes.
     *
     * @throws java.io.UncheckedIOException if writing fails; an existing file is then unchanged
     */
    public void write(Path file) {
        stored().writeWithDigest(file);
    }

    /** Returns the SHA-256 that the file of this checkpoint states of itself, in hexadecimal digits. */
    public String digest() {
        return stored().fileDigest();
    }

    private Safetensors stored() {
        return new Safetensors(variables, Map.of(STEP, Integer.toString(step)));
    }

    /**
     * Requires that every value is finite.
     *
     * @throws NonFiniteException if one is not; the message names its variable
     */
    void requireFinite() {
        variables.forEach((name, data) -> {
            if (data.dtype() == DType.FLOAT || data.dtype() == DType.DOUBLE) {
                for (int i = 0; i < data.shape().size(); i++) {
                    if (!Double.isFinite(data.get(i))) {
                        throw new NonFiniteException(step, name, data.get(i));
                    }
                }
            }
        });
    }

    /**
     * Restores this state into a session.
     *
     * @param networks the networks whose variables must all be in this checkpoint
     * @throws IllegalArgumentException if a variable is missing, or has another shape or type
     */
    public void restore(Session session, List<Network> networks) {
        Map<String, Stored> forms = new TreeMap<>();
        variables.forEach((name, value) -> forms.put(name, new Stored(value.dtype(), value.shape())));
        require(networks, forms);
        variables.forEach((name, value) -> session.set(Variable.of(name, Tensor.of(value)), value));
    }

    /** Checks that all variables of networks are stored in their form. */
    static void require(List<Network> networks, Map<String, Stored> forms) {
        for (Network network : networks) {
            network.variables().forEach(variable -> require(variable, forms.get(variable.name())));
        }
    }

    private static void require(Variable variable, Stored stored) {
        if (!new Stored(variable.dtype(), variable.shape()).equals(stored)) {
            throw new IllegalArgumentException("the checkpoint does not fit the networks: it has "
                    + (stored == null ? "no" : stored.dtype() + " " + stored.shape() + " for the") + " variable "
                    + variable.name() + ", which is " + variable.dtype() + " " + variable.shape()
                    + "; use the settings of the run that wrote it");
        }
    }
}
