package org.gan4j.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A response that is in memory as a whole, or the beginning of a stream of events.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param body the bytes, which nobody must change
 * @param headers further headers
 * @param stream takes the events that follow the body; empty if the response ends with it
 */
record Reply(
        int status, String type, byte[] body, Map<String, String> headers, Optional<Consumer<EventStream>> stream) {
    static final String JSON = "application/json";
    static final String PNG = "image/png";
    static final String HTML = "text/html; charset=utf-8";
    /** NumPy's arrays have no media type of their own. */
    static final String NPY = "application/octet-stream";

    static final String EVENTS = "text/event-stream";

    static final int OK = 200;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Reply json(int status, JsonNode json) {
        try {
            byte[] text = MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(json)
                    .concat("\n")
                    .getBytes(StandardCharsets.UTF_8);
            return new Reply(status, JSON, text, Map.of(), Optional.empty());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON cannot be written: " + impossible, impossible);
        }
    }

    static Reply ok(String type, byte[] body) {
        return new Reply(OK, type, body, Map.of(), Optional.empty());
    }

    /** Returns a page, which no other page can show in a frame to lead the user's clicks to its buttons. */
    static Reply page(String html) {
        return ok(HTML, html.getBytes(StandardCharsets.UTF_8))
                .with(Map.of(
                        "Cache-Control",
                        "no-store",
                        "X-Frame-Options",
                        "DENY",
                        "Content-Security-Policy",
                        "frame-ancestors 'none'"));
    }

    /** Returns a response that ends when its stream is closed. */
    static Reply events(Consumer<EventStream> opened) {
        byte[] none = {};
        return new Reply(OK, EVENTS, none, Map.of("Cache-Control", "no-store"), Optional.of(opened));
    }

    /** Returns a copy with further headers. */
    Reply with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, type, body, all, stream);
    }
}
