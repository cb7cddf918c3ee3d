package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSchema;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.io.AtomicFile;

/**
 * The content of an experiment.yaml: a specification, the schema of the data, and the number of steps. A run writes all
 * of it, with every default resolved. A file that is written by hand needs only generator, critic, loss and data. A
 * component is its name alone, or its name and the settings that differ from the defaults; a component that is code is
 * written as {@code code: <class>}, for people.
 *
 * <pre>
 * generator: {name: dcgan, latent: 64}
 * critic: dcgan
 * loss: wgan-gp
 * data: fashion-mnist
 * steps: 500
 * </pre>
 *
 * @param spec the specification
 * @param schema the fields and classes of the data, if the file states them
 * @param steps the number of steps after which the run ends, if the file states it
 */
public record Experiment(GanSpec spec, Optional<DataSchema> schema, OptionalInt steps) {
    /** Creates the experiment of a run, whose schema and number of steps are known. */
    public Experiment(GanSpec spec, DataSchema schema, int steps) {
        this(spec, Optional.of(schema), OptionalInt.of(steps));
    }

    /**
     * Reads an experiment.yaml. Warns if a recorded plug-in jar has changed.
     *
     * @throws IllegalArgumentException if there is no such file, or it is not an experiment: an {@link
     *     InvalidExperimentException} then lists all problems with their lines
     */
    public static Experiment read(Path file) {
        return ExperimentReader.read(file);
    }

    /**
     * Writes an experiment.yaml atomically: a file that exists is replaced completely or not at all.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void write(Path file) {
        AtomicFile.write(file, toYaml());
    }

    /**
     * Returns the text of the file.
     *
     * @throws IllegalStateException if the experiment has no YAML form, which is a defect of Gan4J
     */
    public String toYaml() {
        try {
            return ComponentYaml.MAPPER.writeValueAsString(tree());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ObjectNode tree() {
        ObjectNode root = ComponentYaml.MAPPER.createObjectNode();
        component(root, ExperimentKey.APPLICATION, spec.application());
        component(root, ExperimentKey.GENERATOR, spec.generator());
        component(root, ExperimentKey.CRITIC, spec.critic());
        component(root, ExperimentKey.LOSS, spec.loss());
        components(root, ExperimentKey.REGULARIZERS, spec.regularizers());
        spec.constraint().ifPresent(constraint -> component(root, ExperimentKey.CONSTRAINT, constraint));
        component(root, ExperimentKey.GENERATOR_OPTIMIZER, spec.generatorOptimizer());
        component(root, ExperimentKey.CRITIC_OPTIMIZER, spec.criticOptimizer());
        spec.schedule().ifPresent(schedule -> component(root, ExperimentKey.SCHEDULE, schedule));
        root.put(ExperimentKey.CRITIC_UPDATES, spec.criticUpdates());
        root.put(ExperimentKey.EMA, spec.ema());
        component(root, ExperimentKey.DATA, spec.data());
        components(root, ExperimentKey.TRANSFORMS, spec.transforms());
        schema.ifPresent(known -> SchemaYaml.write(known, root));
        root.put(ExperimentKey.SEED, spec.seed());
        root.put(ExperimentKey.BATCH_SIZE, spec.batchSize());
        steps.ifPresent(count -> root.put(ExperimentKey.STEPS, count));
        spec.engine().ifPresent(engine -> root.put(ExperimentKey.ENGINE, engine));
        UsedPlugins.of(spec).write(root);
        root.put(ExperimentKey.SAMPLE_EVERY, spec.sampleEvery());
        root.put(ExperimentKey.CHECKPOINT_EVERY, spec.checkpointEvery());
        return root;
    }

    private static void component(ObjectNode root, String key, Component component) {
        root.set(key, ComponentYaml.write(component));
    }

    private static void components(ObjectNode root, String key, List<? extends Component> all) {
        ArrayNode list = root.putArray(key);
        all.forEach(each -> list.add(ComponentYaml.write(each)));
    }
}
