package org.gan4j.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request, which have been checked.
 *
 * @param values the values by name, with the standard ones of parameters that the request does not have
 */
record Query(Map<String, String> values) {
    /**
     * Reads the query of a URI.
     *
     * @param text the part after the question mark; null if there is none
     * @throws ProblemException 400 if a parameter is unknown, comes twice or cannot have its value
     */
    static Query of(String text, List<Parameter> known) {
        Map<String, String> values = new HashMap<>();
        for (String part : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            Parameter parameter = known.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(name, known));
            parameter.check(value);
            if (values.put(name, value) != null) {
                throw new ProblemException(
                        Status.BAD_REQUEST, "the parameter " + name + " is there twice: leave one out");
            }
        }
        known.forEach(each -> each.standard().ifPresent(standard -> values.putIfAbsent(each.name(), standard)));
        return new Query(Map.copyOf(values));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "the query has a broken escape in " + Status.shown(part) + ": write a percent sign as %25");
        }
    }

    private static ProblemException unknown(String name, List<Parameter> known) {
        String names = known.isEmpty()
                ? "there are none here"
                : "there are "
                        + String.join(", ", known.stream().map(Parameter::name).toList());
        return new ProblemException(
                Status.BAD_REQUEST, "the parameter " + Status.shown(name) + " is not known: " + names);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Long> whole(String name) {
        return text(name).map(Long::valueOf);
    }

    Optional<Double> number(String name) {
        return text(name).map(Double::valueOf);
    }
}
