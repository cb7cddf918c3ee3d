package org.gan4j.dsl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gan4j.api.Component;
import org.gan4j.api.Field;
import org.gan4j.api.GanPlugin;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * What experiment.yaml holds: a specification with everything decided, the shape of a sample, and the number of steps. A
 * component is written as its name and its settings; one that is code is written as {@code code: <class>}, for people.
 */
record Experiment(GanSpec spec, Field image, int steps) {
    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES))
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // isRandom() of a transform is no setting
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private static final List<String> KEYS = List.of(
            "generator",
            "critic",
            "loss",
            "regularizers",
            "constraint",
            "generator-optimizer",
            "critic-optimizer",
            "critic-moves",
            "data",
            "sample-shape",
            "seed",
            "batch-size",
            "steps",
            "engine",
            "sample-every",
            "checkpoint-every");

    void write(Path file) {
        try {
            Files.writeString(file, YAML.writeValueAsString(toYaml()));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file + ": " + failed, failed);
        }
    }

    /** @throws IllegalArgumentException if the file does not say all that is needed, or names something unknown */
    static Experiment read(Path file) {
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            if (!(tree instanceof ObjectNode object)) {
                throw new IllegalArgumentException("it is empty, or not a mapping of names to values");
            }
            return new Reader(object, Components.onClassPath()).experiment();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    file + ": " + malformed.getOriginalMessage() + where(malformed), malformed);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    private static String where(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? ""
                : " (line " + malformed.getLocation().getLineNr() + ")";
    }

    private ObjectNode toYaml() {
        ObjectNode root = YAML.createObjectNode();
        root.set("generator", component(spec.generator()));
        root.set("critic", component(spec.critic()));
        root.set("loss", component(spec.loss()));
        ArrayNode regularizers = root.putArray("regularizers");
        spec.regularizers().forEach(regularizer -> regularizers.add(component(regularizer)));
        spec.constraint().ifPresent(constraint -> root.set("constraint", component(constraint)));
        root.set("generator-optimizer", component(spec.generatorOptimizer()));
        root.set("critic-optimizer", component(spec.criticOptimizer()));
        root.put("critic-moves", spec.criticMoves());
        root.set("data", component(spec.data()));
        ArrayNode shape = root.putArray("sample-shape");
        for (long dim : image.shape().dims()) {
            shape.add(dim);
        }
        root.put("seed", spec.seed());
        root.put("batch-size", spec.batchSize());
        root.put("steps", steps);
        spec.engine().ifPresent(engine -> root.put("engine", engine));
        root.put("sample-every", spec.sampleEvery());
        root.put("checkpoint-every", spec.checkpointEvery());
        return root;
    }

    /** Its name and settings if it is a record that these bring back, else what it is. */
    private static ObjectNode component(Component component) {
        ObjectNode node = YAML.createObjectNode();
        if (component instanceof Record) {
            try {
                ObjectNode settings = YAML.valueToTree(component);
                if (component.equals(YAML.treeToValue(settings, component.getClass()))) {
                    node.put("name", component.name());
                    return node.setAll(settings);
                }
            } catch (JsonProcessingException | IllegalArgumentException notPlain) {
                // a record of functions or tensors is code
            }
        }
        return node.put("code", component.getClass().getName());
    }

    /** Takes a tree apart. */
    private record Reader(ObjectNode root, Components components) {
        Experiment experiment() {
            requireKnownKeys();
            GanSpec.Builder spec = GanSpec.builder()
                    .generator(component("generator", GanPlugin::generators, required("generator")))
                    .critic(component("critic", GanPlugin::critics, required("critic")))
                    .loss(component("loss", GanPlugin::losses, required("loss")))
                    .generatorOptimizer(component("optimizer", GanPlugin::optimizers, required("generator-optimizer")))
                    .criticOptimizer(component("optimizer", GanPlugin::optimizers, required("critic-optimizer")))
                    .criticMoves(whole("critic-moves"))
                    .data(component("data source", GanPlugin::dataSources, required("data")))
                    .seed(seed())
                    .batchSize(whole("batch-size"))
                    .sampleEvery(whole("sample-every"))
                    .checkpointEvery(whole("checkpoint-every"));
            for (JsonNode regularizer : list("regularizers")) {
                spec.addRegularizers(component("regularizer", GanPlugin::regularizers, regularizer));
            }
            if (root.has("constraint")) {
                spec.constraint(component("constraint", GanPlugin::constraints, root.get("constraint")));
            }
            if (root.has("engine")) {
                spec.engine(root.get("engine").asText());
            }
            List<Long> dims = new ArrayList<>();
            required("sample-shape")
                    .forEach(dim -> dims.add(number("sample-shape", dim).longValue()));
            Shape shape = Shape.of(dims.stream().mapToLong(Long::longValue).toArray());
            return new Experiment(spec.build(), new Field(Field.IMAGE, DType.FLOAT, shape), whole("steps"));
        }

        private void requireKnownKeys() {
            root.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    throw new IllegalArgumentException("there is no key called " + key
                            + NearMiss.of(key, KEYS)
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse("; there are " + KEYS));
                }
            });
        }

        private JsonNode list(String key) {
            JsonNode value = required(key);
            if (!value.isArray()) {
                throw new IllegalArgumentException("the key " + key + " must be a list, not " + value);
            }
            return value;
        }

        private long seed() {
            JsonNode value = number("seed");
            if (!value.canConvertToLong()) {
                throw new IllegalArgumentException("the key seed is too large: " + value);
            }
            return value.longValue();
        }

        private int whole(String key) {
            JsonNode value = number(key);
            if (!value.canConvertToInt()) {
                throw new IllegalArgumentException("the key " + key + " is too large: " + value);
            }
            return value.intValue();
        }

        private JsonNode number(String key) {
            return number(key, required(key));
        }

        private static JsonNode number(String key, JsonNode value) {
            if (!value.isIntegralNumber()) {
                throw new IllegalArgumentException("the key " + key + " must be a whole number, not " + value);
            }
            return value;
        }

        private JsonNode required(String key) {
            JsonNode value = root.get(key);
            if (value == null) {
                throw new IllegalArgumentException("the key " + key + " is missing");
            }
            return value;
        }

        private <T extends Component> T component(
                String kind, Function<GanPlugin, List<? extends T>> list, JsonNode node) {
            if (node.has("code")) {
                throw new IllegalArgumentException(
                        "the " + kind + " is code (" + node.get("code").asText()
                                + "), which a file cannot hold: build this GAN in a program, or make the class a record and list it in"
                                + " a GanPlugin");
            }
            String name = node.path("name").asText(null);
            if (name == null) {
                throw new IllegalArgumentException("the " + kind + " has no name");
            }
            T defaults = components.named(kind, list, name);
            ObjectNode settings = YAML.valueToTree(defaults);
            ObjectNode own = ((ObjectNode) node).deepCopy();
            own.remove("name");
            settings.setAll(own);
            try {
                @SuppressWarnings("unchecked")
                T configured = (T) YAML.treeToValue(settings, defaults.getClass());
                return configured;
            } catch (JsonProcessingException wrong) {
                throw new IllegalArgumentException("the " + kind + " " + name + ": " + problem(wrong, own), wrong);
            }
        }

        /** What is wrong with a setting, in our words. */
        private static String problem(JsonProcessingException wrong, ObjectNode given) {
            if (wrong instanceof UnrecognizedPropertyException unknown) {
                List<String> names = unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList();
                String typed = unknown.getPropertyName();
                return "there is no setting " + typed
                        + NearMiss.of(typed, names)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + names);
            }
            if (wrong.getCause() instanceof IllegalArgumentException refused) {
                return refused.getMessage();
            }
            if (wrong instanceof JsonMappingException mapping
                    && !mapping.getPath().isEmpty()) {
                String setting = mapping.getPath().get(0).getFieldName();
                return "the setting " + setting + " cannot be " + given.get(setting);
            }
            return wrong.getOriginalMessage();
        }
    }
}
