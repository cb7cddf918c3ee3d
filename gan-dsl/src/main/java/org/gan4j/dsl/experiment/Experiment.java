package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.data.DataSchema;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.io.AtomicFile;

/**
 * The content of an experiment.yaml: a specification, the schema of the data, and the number of steps. A run writes all
 * of it, with every default resolved. A file that is written by hand needs only the data, and what its application does
 * not choose: for samples like the data, a generator, a critic and a loss. A component is its name alone, or its name and the settings that differ from the defaults; a component that is code is
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
 * @param summary a description of one line, if the file states it
 */
public record Experiment(GanSpec spec, Optional<DataSchema> schema, Optional<String> summary) {
    /** Creates the experiment of a run, whose schema is known. */
    public Experiment(GanSpec spec, DataSchema schema) {
        this(spec, Optional.of(schema), Optional.empty());
    }

    /**
     * Reads an experiment.yaml. Warns if a recorded plug-in jar has changed.
     *
     * @throws IllegalArgumentException if there is no such file, or it is not an experiment: an {@link
     *     InvalidExperimentException} then lists all problems with their lines
     */
    public static Experiment read(Path file) {
        return ExperimentReader.read(YamlFile.read(file));
    }

    /**
     * Writes an experiment.yaml atomically: a file that exists is replaced completely or not at all.
     *
     * @throws IllegalArgumentException if it would be too large to be read again
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void write(Path file) {
        String text = toYaml();
        if (text.getBytes(StandardCharsets.UTF_8).length > YamlFile.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "the settings of this run, with the columns of its table, have more than the " + YamlFile.MOST_BYTES
                            + " bytes that " + file + " may have: leave out columns of many categories");
        }
        AtomicFile.write(file, text);
    }

    /**
     * Returns the text of the file.
     *
     * @throws IllegalStateException if the experiment has no YAML form, which is a defect of Gan4J
     */
    public String toYaml() {
        return PlainYaml.text(toTree());
    }

    /** Returns the defaults of all options that have one, as the file writes them. */
    public static ObjectNode standardTree() {
        ObjectNode root = ComponentYaml.MAPPER.createObjectNode();
        for (GanOption<?> option : GanSpec.OPTIONS) {
            option.standard()
                    .flatMap(value -> OptionYaml.write(option, value))
                    .ifPresent(node -> root.set(option.key(), node));
        }
        return root;
    }

    /** Returns the content of the file as a tree. */
    public ObjectNode toTree() {
        ObjectNode root = ComponentYaml.MAPPER.createObjectNode();
        summary.ifPresent(text -> root.put(ExperimentKey.SUMMARY, text));
        for (GanOption<?> option : GanSpec.OPTIONS) {
            if (!GanComponents.OPTIONS.contains(option)
                    || spec.application().uses().contains(option)) {
                spec.values()
                        .find(option)
                        .flatMap(value -> OptionYaml.write(option, value))
                        .ifPresent(node -> root.set(option.key(), node));
            }
        }
        schema.ifPresent(known -> SchemaYaml.write(known, root));
        UsedPlugins.of(spec).write(root);
        return root;
    }
}
