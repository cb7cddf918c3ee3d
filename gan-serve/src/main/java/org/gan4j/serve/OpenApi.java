package org.gan4j.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The OpenAPI 3.0 document of some operations.
 *
 * @param title the title of the document
 * @param operations the operations
 */
record OpenApi(String title, List<Operation> operations) {
    private static final String DESCRIPTION = "description";
    private static final String CONTENT = "content";
    private static final String SCHEMA = "schema";
    private static final String TYPE = "type";
    private static final String PROBLEM = "#/components/schemas/Problem";

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.0.3");
        document.putObject("info").put("title", title).put("version", "1");
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : operations) {
            ObjectNode path = paths.withObjectProperty(operation.path());
            describe(operation, path.putObject(operation.method().toLowerCase(Locale.ROOT)));
        }
        ObjectNode problem =
                document.putObject("components").putObject("schemas").putObject("Problem");
        problem.put(TYPE, "object");
        problem.putArray("required").add("status").add("error");
        ObjectNode properties = problem.putObject("properties");
        properties.putObject("status").put(TYPE, "integer").put(DESCRIPTION, "The HTTP status.");
        properties
                .putObject("error")
                .put(TYPE, "string")
                .put(DESCRIPTION, "A sentence: what is wrong, and what to do.");
        return document;
    }

    private static void describe(Operation operation, ObjectNode to) {
        to.put("summary", operation.summary());
        ArrayNode parameters = to.putArray("parameters");
        operation.parameters().forEach(parameter -> describe(parameter, parameters.addObject()));
        operation.body().ifPresent(body -> {
            ObjectNode request = to.putObject("requestBody");
            request.put(DESCRIPTION, body.description());
            request.put("required", true);
            ObjectNode content = request.putObject(CONTENT);
            for (String range : body.ranges()) {
                ObjectNode schema = content.putObject(range).putObject(SCHEMA).put(TYPE, "string");
                if (!range.startsWith("text/")) {
                    schema.put("format", "binary");
                }
            }
        });
        ObjectNode responses = to.putObject("responses");
        ObjectNode ok = responses.putObject("200");
        ok.put(DESCRIPTION, "The result.");
        ObjectNode content = ok.putObject(CONTENT);
        for (String type : operation.produces()) {
            ObjectNode schema = content.putObject(type).putObject(SCHEMA);
            if (type.equals(Reply.JSON)) {
                schema.put(TYPE, "object");
            } else {
                schema.put(TYPE, "string").put("format", "binary");
            }
        }
        problems(operation).forEach((status, description) -> responses
                .putObject(Integer.toString(status))
                .put(DESCRIPTION, description)
                .putObject(CONTENT)
                .putObject(Reply.JSON)
                .putObject(SCHEMA)
                .put("$ref", PROBLEM));
    }

    private static Map<Integer, String> problems(Operation operation) {
        Map<Integer, String> problems = new TreeMap<>();
        problems.put(Status.BAD_REQUEST, "A parameter or the body is wrong.");
        problems.put(Status.TOO_MANY_REQUESTS, "Too many requests come from one address.");
        problems.put(Status.UNAVAILABLE, "Too many requests are waiting, or the server is stopping.");
        if (operation.body().isPresent()) {
            problems.put(Status.TIMEOUT, "The body did not arrive in time.");
            problems.put(Status.TOO_LARGE, "The body or the image is too large.");
            problems.put(Status.UNSUPPORTED_TYPE, "The body has another type.");
        }
        return problems;
    }

    private static void describe(Parameter parameter, ObjectNode to) {
        to.put("name", parameter.name());
        to.put("in", "query");
        to.put(DESCRIPTION, parameter.description());
        ObjectNode schema = to.putObject(SCHEMA);
        schema.put(TYPE, parameter.kind().name().toLowerCase(Locale.ROOT));
        if (parameter.kind() == Parameter.Kind.INTEGER) {
            schema.put("format", "int64");
            parameter.least().ifPresent(least -> schema.put("minimum", least.longValue()));
            parameter.most().ifPresent(most -> schema.put("maximum", most.longValue()));
            parameter.standard().ifPresent(standard -> schema.put("default", Long.valueOf(standard)));
        } else {
            parameter.least().ifPresent(least -> schema.put("minimum", least.doubleValue()));
            parameter.standard().ifPresent(standard -> schema.put("default", standard));
        }
        if (!parameter.values().isEmpty()) {
            parameter.values().forEach(schema.withArrayProperty("enum")::add);
        }
    }
}
