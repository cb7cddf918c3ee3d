package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The evaluations of a run as JSON: those during training as curves, and the latest one as a table. */
final class EvaluationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ERROR = ".error";
    private static final Set<String> NO_METRICS = Set.of("step", "real.count", "fake.count", "seed");

    private EvaluationJson() {}

    /**
     * Returns for each number that training measured its [step, value, standard error or null], in the order of steps. If
     * training measured the latest weights and their moving average, their names are told.
     */
    static ObjectNode curves(List<JsonNode> evaluations) {
        ObjectNode curves = JSON.objectNode();
        boolean several = evaluations.stream()
                        .filter(each -> each.path("during").asText().equals("training"))
                        .map(each -> each.path("weights").asText())
                        .distinct()
                        .count()
                > 1;
        for (JsonNode evaluation : evaluations) {
            if (!evaluation.path("during").asText().equals("training")) {
                continue;
            }
            int step = evaluation.path("step").asInt();
            String weights = several ? ", " + evaluation.path("weights").asText() : "";
            for (JsonNode part : parts(evaluation)) {
                part.properties().forEach(field -> {
                    if (isValue(field.getKey(), field.getValue())) {
                        point(
                                curves.withArrayProperty(field.getKey() + weights),
                                step,
                                field.getValue(),
                                part.path(field.getKey() + ERROR));
                    }
                });
            }
        }
        return curves;
    }

    /** Returns the numbers by how they were measured; an evaluation of one way has them itself. */
    static Iterable<JsonNode> parts(JsonNode evaluation) {
        return evaluation.has("parts") ? evaluation.path("parts") : List.of(evaluation);
    }

    /** Adds a point. If training went back, those from this step on are forgotten. */
    private static void point(ArrayNode curve, int step, JsonNode value, JsonNode error) {
        while (!curve.isEmpty() && curve.get(curve.size() - 1).get(0).asInt() >= step) {
            curve.remove(curve.size() - 1);
        }
        curve.addArray()
                .add(step)
                .add(ReportJson.number(value.asDouble()))
                .add(error.isNumber() ? ReportJson.number(error.asDouble()) : JSON.nullNode());
    }

    static boolean isValue(String name, JsonNode value) {
        return value.isNumber() && !NO_METRICS.contains(name) && !name.endsWith(ERROR) && !name.endsWith(".real");
    }

    /** Returns the latest evaluation: its step, and tables with the numbers of samples, of data and of the baseline. */
    static Optional<ObjectNode> latest(List<JsonNode> evaluations) {
        if (evaluations.isEmpty()) {
            return Optional.empty();
        }
        JsonNode latest = evaluations.get(evaluations.size() - 1);
        ObjectNode json = JSON.objectNode();
        json.put("step", latest.path("step").asInt());
        ArrayNode tables = json.putArray("tables");
        for (JsonNode part : parts(latest)) {
            ObjectNode table = tables.addObject();
            JsonNode protocol = part.path("protocol");
            table.put("features", protocol.path("features").asText());
            table.put(
                    "samples",
                    protocol.path("fake.count").asText() + " "
                            + protocol.path("samples").asText());
            table.put("data", protocol.path("data").asText());
            JsonNode references = part.path("references");
            table.put("dataWhat", references.path("data").path("what").asText());
            table.put("baselineWhat", references.path("baseline").path("what").asText());
            ArrayNode rows = table.putArray("rows");
            part.properties().forEach(field -> {
                String name = field.getKey();
                if (isValue(name, field.getValue())) {
                    ArrayNode row = rows.addArray().add(name);
                    for (JsonNode numbers : List.of(
                            part,
                            references.path("data").path("values"),
                            references.path("baseline").path("values"))) {
                        row.add(value(numbers.path(name), numbers.path(name + ERROR)));
                    }
                }
            });
        }
        json.set("notes", latest.has("notes") ? latest.get("notes") : JSON.arrayNode());
        return Optional.of(json);
    }

    private static JsonNode value(JsonNode value, JsonNode error) {
        if (!value.isNumber()) {
            return JSON.nullNode();
        }
        ArrayNode both = JSON.arrayNode().add(ReportJson.number(value.asDouble()));
        if (error.isNumber()) {
            both.add(ReportJson.number(error.asDouble()));
        }
        return both;
    }
}
