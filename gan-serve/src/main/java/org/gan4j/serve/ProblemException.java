package org.gan4j.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A request that is refused or has failed, with the status and the sentence that its client gets. */
final class ProblemException extends RuntimeException {
    private static final Map<String, String> LATER = Map.of("Retry-After", "1");

    private final int status;
    private final transient Map<String, String> headers;

    ProblemException(int status, String sentence, Map<String, String> headers) {
        super(sentence);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    ProblemException(int status, String sentence) {
        this(status, sentence, Map.of());
    }

    /** Returns the problem of a request that would succeed later. */
    static ProblemException later(int status, String sentence) {
        return new ProblemException(status, sentence, LATER);
    }

    int status() {
        return status;
    }

    /** Returns a JSON object with the status and the sentence. */
    static Reply reply(int status, String sentence) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", status);
        json.put("error", sentence);
        return Reply.json(status, json);
    }

    Reply reply() {
        return reply(status, getMessage()).with(headers);
    }
}
