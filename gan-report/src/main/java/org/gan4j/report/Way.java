package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The way in which numbers were measured.
 *
 * @param protocol the protocol, without which samples were measured and how they were drawn
 * @param metrics the metrics with their settings, by name
 */
record Way(JsonNode protocol, Map<String, Set<String>> metrics) {
    /** Parts of a protocol that may differ. */
    private static final List<String> FREE = List.of("samples", "seed");

    /** Returns the way of a part of an evaluation; one without a protocol is like no other. */
    static Way of(JsonNode part) {
        JsonNode protocol = part.path("protocol");
        ObjectNode copy = protocol.isObject() ? protocol.deepCopy() : part.deepCopy();
        FREE.forEach(copy::remove);
        Map<String, Set<String>> metrics = new HashMap<>();
        for (JsonNode each : part.path("metrics")) {
            String text = each.asText();
            int settings = text.indexOf('[');
            metrics.computeIfAbsent(settings < 0 ? text : text.substring(0, settings), any -> new HashSet<>())
                    .add(text);
        }
        return new Way(copy, metrics);
    }

    /** Returns whether numbers of both ways can be compared: the protocols are equal, and so are metrics that both have. */
    boolean isLike(Way other) {
        return protocol.equals(other.protocol)
                && metrics.entrySet().stream().allMatch(each -> other.metrics
                        .getOrDefault(each.getKey(), each.getValue())
                        .containsAll(each.getValue()));
    }
}
