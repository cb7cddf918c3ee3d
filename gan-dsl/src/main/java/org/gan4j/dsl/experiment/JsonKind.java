package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;

/** Names an unexpected value for messages. */
final class JsonKind {
    private JsonKind() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "a mapping";
            case NULL -> "nothing";
            default -> value.toString();
        };
    }
}
