package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Writes and reads the schema of the data, as keys of experiment.yaml:
 *
 * <pre>
 * fields:
 * - name: image
 *   type: float
 *   shape: [1, 28, 28]
 * - name: label
 *   type: int
 *   shape: []
 * classes: [trouser, pullover]
 * tags: [smile, hat]
 * </pre>
 *
 * and {@link ScalingYaml scaling} and {@link TableYaml table}.
 */
final class SchemaYaml {
    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String SHAPE = "shape";
    private static final List<String> TYPES = Arrays.stream(DType.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList();

    private final BiConsumer<String, String> problems;

    private SchemaYaml(BiConsumer<String, String> problems) {
        this.problems = problems;
    }

    static void write(DataSchema schema, ObjectNode root) {
        ArrayNode fields = root.putArray(ExperimentKey.FIELDS);
        for (Field field : schema.fields()) {
            ObjectNode node = fields.addObject();
            node.put(NAME, field.name());
            node.put(TYPE, field.dtype().name().toLowerCase(Locale.ROOT));
            ArrayNode shape = node.putArray(SHAPE);
            for (long dim : field.shape().dims()) {
                shape.add(dim);
            }
        }
        write(ExperimentKey.CLASSES, schema.classes(), root);
        write(ExperimentKey.TAGS, schema.tags(), root);
        ScalingYaml.write(schema.scales(), root);
        schema.table().ifPresent(table -> TableYaml.write(table, root));
    }

    private static void write(String key, List<String> names, ObjectNode root) {
        if (!names.isEmpty()) {
            ArrayNode list = root.putArray(key);
            names.forEach(list::add);
        }
    }

    /**
     * Reads the schema; empty if the file has none, or it is wrong.
     *
     * @param problems receives the path and the message of each problem
     */
    static Optional<DataSchema> read(ObjectNode root, BiConsumer<String, String> problems) {
        SchemaYaml reading = new SchemaYaml(problems);
        List<String> classes = reading.names(root, ExperimentKey.CLASSES, "a class", "[trouser, pullover]");
        List<String> tags = reading.names(root, ExperimentKey.TAGS, "a tag", "[smile, hat]");
        JsonNode fields = root.get(ExperimentKey.FIELDS);
        if (fields == null) {
            return Optional.empty();
        }
        return reading.fields(fields)
                .map(known -> new DataSchema(
                        known,
                        classes,
                        List.of(),
                        ScalingYaml.read(root.get(ExperimentKey.SCALING), known, problems),
                        TableYaml.read(root.get(ExperimentKey.TABLE), root.get(ExperimentKey.TABLE_RULES), problems),
                        tags));
    }

    private Optional<List<Field>> fields(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            problems.accept(
                    ExperimentKey.FIELDS,
                    "the key fields must be a list of what a sample has, such as"
                            + " [{name: image, type: float, shape: [1, 28, 28]}], not " + JsonKind.of(list));
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            field(ExperimentKey.FIELDS + "/" + i, list.get(i)).ifPresent(fields::add);
        }
        return fields.size() == list.size() ? Optional.of(fields) : Optional.empty();
    }

    private Optional<Field> field(String at, JsonNode node) {
        String name = node.path(NAME).asText();
        if (name.isEmpty()) {
            problems.accept(at, "a field needs a name, such as \"name: image\"");
            return Optional.empty();
        }
        String type = node.path(TYPE).asText();
        if (!TYPES.contains(type)) {
            problems.accept(at, "the type of the field " + name + " must be one of " + String.join(", ", TYPES));
            return Optional.empty();
        }
        JsonNode dims = node.path(SHAPE);
        List<Long> shape = new ArrayList<>();
        dims.forEach(dim -> shape.add(dim.isIntegralNumber() && dim.canConvertToInt() ? dim.longValue() : -1));
        if (!dims.isArray() || shape.stream().anyMatch(dim -> dim < 1)) {
            problems.accept(
                    node.has(SHAPE) ? at + "/" + SHAPE : at,
                    "the shape of the field " + name + " must be a list of whole numbers of at least 1, such as"
                            + " [1, 28, 28], or [] for one number per sample");
            return Optional.empty();
        }
        long[] sample = shape.stream().mapToLong(Long::longValue).toArray();
        return Optional.of(new Field(name, DType.valueOf(type.toUpperCase(Locale.ROOT)), Shape.of(sample)));
    }

    private List<String> names(ObjectNode root, String key, String one, String example) {
        JsonNode list = root.get(key);
        List<String> names = new ArrayList<>();
        if (list == null) {
            return names;
        }
        if (!list.isArray()) {
            problems.accept(
                    key,
                    "the key " + key + " must be a list of names, such as " + example + ", not " + JsonKind.of(list));
            return names;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode name = list.get(i);
            if (!name.isTextual() && !name.isIntegralNumber()) {
                problems.accept(
                        key + "/" + i,
                        "the name of " + one + " must be text, not " + JsonKind.of(name) + ": put it in quotes");
            }
            names.add(name.asText());
        }
        return names;
    }
}
