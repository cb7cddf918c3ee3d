package org.gan4j.export.weights;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Network;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.dsl.Gan;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.io.Safetensors;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.StoredCheckpoint;

/**
 * Writes the weights of a run's network as a state dict of PyTorch in a safetensors file. Modules are called as our layers
 * are, {@code body.block1.conv1.weight}; the matrix of a linear layer is [out, in], and a batch normalization has {@code
 * weight}, {@code bias}, {@code running_mean} and {@code running_var}. docs/pytorch.md defines modules that load it.
 *
 * @param run the folder of the run
 * @param step the step of the checkpoint; the latest if empty
 * @param weights the weights; if empty, the moving average, or the latest weights of a run that keeps none
 * @param network the name of the network; the generator if empty
 */
public record WeightExport(Path run, OptionalInt step, Optional<Weights> weights, Optional<String> network) {
    /** Returns the export of the generator of a run, after its latest step. */
    public static WeightExport of(Path run) {
        return new WeightExport(run, OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the export of the checkpoint after a step. */
    public WeightExport step(int number) {
        return new WeightExport(run, OptionalInt.of(number), weights, network);
    }

    /** Returns the export of these weights. */
    public WeightExport weights(Weights chosen) {
        return new WeightExport(run, step, Optional.of(chosen), network);
    }

    /** Returns the export of another network, such as {@code critic}. */
    public WeightExport network(String name) {
        return new WeightExport(run, step, weights, Optional.of(name));
    }

    /**
     * Writes or replaces a file, atomically.
     *
     * @return the tensors that were written, by name
     * @throws IllegalArgumentException if there is no such run, checkpoint or network, or if the run keeps no moving
     *     average that is asked for
     * @throws java.io.UncheckedIOException if a file cannot be read or written
     */
    public Map<String, TensorData> write(Path file) {
        try (Gan gan = step.isPresent() ? Gan.load(run, step.getAsInt()) : Gan.load(run);
                StoredCheckpoint checkpoint = StoredCheckpoint.open(new RunDirectory(run).checkpoint(gan.steps()))) {
            Network chosen = ChosenNetwork.of(gan, network);
            Map<String, TensorData> tensors = new TreeMap<>();
            chosen.variables().forEach(variable -> {
                TorchVariable torch = TorchVariable.of(variable, chosen);
                tensors.put(torch.name(), torch.toTorch(checkpoint.read(stored(variable, chosen, checkpoint))));
            });
            new Safetensors(
                            tensors,
                            Map.of(
                                    "format", "pt",
                                    "gan4j.network", chosen.name(),
                                    "gan4j.step", Integer.toString(gan.steps())))
                    .write(file);
            return tensors;
        }
    }

    /** Returns the variable whose stored value is written for one of the network. */
    private Variable stored(Variable variable, Network chosen, StoredCheckpoint checkpoint) {
        Variable average = MovingAverage.of(variable);
        boolean averaged = checkpoint.has(average);
        if (!averaged && weights.isPresent() && weights.get() == Weights.EMA) {
            throw new IllegalArgumentException(
                    run + " keeps no moving average of the network " + chosen.name() + ": export its latest weights");
        }
        return averaged && weights.orElse(Weights.EMA) == Weights.EMA ? average : variable;
    }
}
