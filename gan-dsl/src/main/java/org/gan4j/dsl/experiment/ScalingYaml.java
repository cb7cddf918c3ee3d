package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Scale;

/**
 * Writes and reads the units of vectors, as a key of experiment.yaml: an element for each number, or one for all. A
 * number was scaled as {@code (value - middle) / half}.
 *
 * <pre>
 * scaling:
 * - name: height
 *   middle: 500.0
 *   half: 500.0
 * </pre>
 */
final class ScalingYaml {
    private static final String NAME = "name";
    private static final String MIDDLE = "middle";
    private static final String HALF = "half";

    private ScalingYaml() {}

    static void write(List<Scale> scales, ObjectNode root) {
        if (scales.isEmpty()) {
            return;
        }
        ArrayNode list = root.putArray(ExperimentKey.SCALING);
        for (Scale scale : scales) {
            ObjectNode node = list.addObject();
            if (!scale.name().isEmpty()) {
                node.put(NAME, scale.name());
            }
            node.put(MIDDLE, scale.middle()).put(HALF, scale.half());
        }
    }

    /**
     * Reads the units; empty if the file has none, or they are wrong.
     *
     * @param list the value of the key; null if it is missing
     * @param fields the fields of the data
     * @param problems receives the path and the message of each problem
     */
    static List<Scale> read(JsonNode list, List<Field> fields, BiConsumer<String, String> problems) {
        if (list == null) {
            return List.of();
        }
        int numbers = fields.stream()
                .filter(field ->
                        field.name().equals(Field.IMAGE) && field.shape().rank() == 1)
                .mapToInt(field -> field.shape().size())
                .findFirst()
                .orElse(0);
        if (!list.isArray() || list.isEmpty() || list.size() != 1 && list.size() != numbers) {
            problems.accept(
                    ExperimentKey.SCALING,
                    "the key scaling must be a list with the middle and the half of each number of the vectors in the"
                            + " field image, or of all: restore it as the run wrote it, or remove it, so that samples"
                            + " come out scaled");
            return List.of();
        }
        List<Scale> scales = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode each = list.get(i);
            JsonNode half = each.path(HALF);
            if (!each.path(MIDDLE).isNumber() || !half.isNumber() || half.doubleValue() <= 0) {
                problems.accept(
                        ExperimentKey.SCALING + "/" + i,
                        "a scaling needs two numbers, such as {middle: 500, half: 500}, and half must be positive");
                return List.of();
            }
            scales.add(new Scale(each.path(NAME).asText(), each.get(MIDDLE).doubleValue(), half.doubleValue()));
        }
        return scales;
    }
}
