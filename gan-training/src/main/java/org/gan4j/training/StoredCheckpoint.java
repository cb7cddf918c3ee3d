package org.gan4j.training;

import java.net.URL;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.io.SafetensorsFile;
import org.gan4j.tensor.io.SafetensorsFile.Stored;

/**
 * An open checkpoint file, whose variables are restored into a session when they are needed: a GAN that only generates
 * samples never reads its critic or its optimizers' moments. It must be used by one thread at a time.
 */
public final class StoredCheckpoint implements AutoCloseable {
    private final SafetensorsFile file;
    private final Optional<Path> path;
    private final int step;
    private final Map<String, Stored> variables;
    /** The variables that have not been restored yet. */
    private final Map<String, Stored> left;

    private StoredCheckpoint(SafetensorsFile file, Optional<Path> path, int step) {
        this.file = file;
        this.path = path;
        this.step = step;
        this.variables = file.tensors();
        this.left = new TreeMap<>(variables);
    }

    /**
     * Opens a checkpoint without keeping its variables in memory. If it has a digest, the whole file is read and compared
     * with it.
     *
     * @throws IllegalArgumentException if the file is not a checkpoint, or differs from its digest
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static StoredCheckpoint open(Path path) {
        return open(SafetensorsFile.open(path), Optional.of(path), path.toString());
    }

    /**
     * Opens a checkpoint that is a resource, as {@link #open(Path)} does.
     *
     * @throws IllegalArgumentException if the resource is not a checkpoint, or differs from its digest
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static StoredCheckpoint open(URL resource) {
        return open(SafetensorsFile.open(resource), Optional.empty(), resource.toString());
    }

    private static StoredCheckpoint open(SafetensorsFile file, Optional<Path> path, String origin) {
        try {
            file.check();
            return new StoredCheckpoint(file, path, Checkpoint.step(origin, file.metadata()));
        } catch (RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** Returns the number of completed steps. */
    public int step() {
        return step;
    }

    /** Returns the file, unless this checkpoint is a resource. */
    public Optional<Path> path() {
        return path;
    }

    /** Returns the SHA-256 that the file states of itself, in hexadecimal digits; files of other programs state none. */
    public Optional<String> digest() {
        return file.digest();
    }

    /**
     * Returns the SHA-256 that a checkpoint file states of itself. It is not compared with the file.
     *
     * @throws IllegalArgumentException if the file is no safetensors file
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Optional<String> digestOf(Path file) {
        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            return opened.digest();
        }
    }

    /** Returns whether this checkpoint has a variable of this name, shape and type. */
    public boolean has(Variable variable) {
        return new Stored(variable.dtype(), variable.shape()).equals(variables.get(variable.name()));
    }

    /** Returns whether this checkpoint has variables of these networks alone: of no other network and no optimizer. */
    public boolean holdsOnly(List<Network> networks) {
        Set<String> names = networks.stream()
                .flatMap(Network::variables)
                .map(Variable::name)
                .collect(Collectors.toSet());
        return names.containsAll(variables.keySet());
    }

    /**
     * Reads the value of a variable.
     *
     * @throws IllegalArgumentException if this checkpoint has no such variable, or the stored value is not valid
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public TensorData read(Variable variable) {
        if (!has(variable)) {
            throw new IllegalArgumentException("the checkpoint has no variable " + variable.name() + " of the type "
                    + variable.dtype() + " and shape " + variable.shape());
        }
        return file.read(variable.name());
    }

    /** Returns the parameters and the state of networks that this checkpoint lacks. */
    public Set<Variable> absent(List<Network> networks) {
        return networks.stream()
                .flatMap(Network::variables)
                .filter(variable -> !has(variable))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Checks that this checkpoint has all variables of networks.
     *
     * @throws IllegalArgumentException if a variable is missing, or has another shape or type
     */
    public void require(List<Network> networks) {
        Checkpoint.require(networks, variables);
    }

    /**
     * Restores those of the variables that this checkpoint has and that were not restored before. Others keep their
     * values.
     *
     * @throws IllegalArgumentException if a stored value is not valid
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public void restore(Collection<Variable> wanted, Session session) {
        for (Variable variable : wanted) {
            if (has(variable) && left.containsKey(variable.name())) {
                session.set(variable, file.read(variable.name()));
                left.remove(variable.name());
            }
        }
    }

    /**
     * Restores all variables that were not restored before, and closes the file.
     *
     * @throws IllegalArgumentException if a stored value is not valid
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public void restoreAll(Session session) {
        restore(
                List.copyOf(left.entrySet()).stream()
                        .map(each -> variable(each.getKey(), each.getValue()))
                        .toList(),
                session);
        file.close();
    }

    /** Returns a variable that does not keep its value in memory, as one with this initial value would. */
    private static Variable variable(String name, Stored form) {
        return Variable.of(name, Tensor.full(form.dtype(), 0, form.shape().dims()));
    }

    /** Closes the file; nothing more is restored. Closing it again has no effect. */
    @Override
    public void close() {
        left.clear();
        file.close();
    }
}
