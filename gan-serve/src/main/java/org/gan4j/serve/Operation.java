package org.gan4j.serve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A method of a path, and what a request for it can have.
 *
 * @param method GET or POST
 * @param path the path, such as /samples
 * @param summary a sentence for people
 * @param parameters the parameters of the query
 * @param body the body that a request must have; empty for none
 * @param produces the media types of its responses
 */
record Operation(
        String method,
        String path,
        String summary,
        List<Parameter> parameters,
        Optional<Body> body,
        List<String> produces) {
    /**
     * The body of a request.
     *
     * @param types the media types; one that ends in a slash stands for all that begin so
     * @param description a sentence for people
     */
    record Body(List<String> types, String description) {
        private static final String ANY = "/";

        boolean accepts(String type) {
            String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            return types.stream().anyMatch(each -> each.endsWith(ANY) ? plain.startsWith(each) : plain.equals(each));
        }

        /** Returns the media types as ranges, such as image/*. */
        List<String> ranges() {
            return types.stream()
                    .map(each -> each.endsWith(ANY) ? each + "*" : each)
                    .toList();
        }
    }

    static Operation get(String path, String summary, List<Parameter> parameters, List<String> produces) {
        return new Operation("GET", path, summary, parameters, Optional.empty(), produces);
    }

    static Operation post(String path, String summary, List<Parameter> parameters, Body body, String produces) {
        return new Operation("POST", path, summary, parameters, Optional.of(body), List.of(produces));
    }

    /** Returns whether a request of this method asks for it: HEAD asks for what GET would send. */
    boolean isFor(String asked) {
        return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
    }
}
