package org.gan4j.dsl.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.data.DataSchema;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.training.Checkpoint;
import org.gan4j.training.LockedRun;
import org.gan4j.training.RunDirectory;

/** A run that holds a trained generator alone, as a pretrained GAN does: its experiment.yaml and a checkpoint of step 0. */
public final class GeneratorRun {
    private GeneratorRun() {}

    /**
     * Writes the run.
     *
     * @param root the folder, new or empty
     * @param spec the specification with every default resolved
     * @param weights the value of each variable of the generator
     * @throws IllegalArgumentException if the folder is not empty, cannot be created, or is locked
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public static void write(Path root, GanSpec spec, DataSchema schema, Map<Variable, TensorData> weights) {
        Map<String, TensorData> byName = new TreeMap<>();
        weights.forEach((variable, value) -> byName.put(variable.name(), value));
        try (LockedRun locked = LockedRun.create(root)) {
            try {
                RunDirectory run = new RunDirectory(root);
                new Experiment(AbsolutePaths.in(spec), schema).write(run.experiment());
                new Checkpoint(0, byName).write(run.checkpoint(0)); // last: without it, the run is none yet
            } finally {
                locked.discardIfUnstarted();
            }
        }
    }
}
