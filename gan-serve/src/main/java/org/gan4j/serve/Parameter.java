package org.gan4j.serve;

import java.util.List;
import java.util.Optional;

/**
 * A parameter in the query of a request, which is never required.
 *
 * @param name its name
 * @param kind the values that it takes
 * @param description a sentence for people
 * @param least the smallest number; empty if there is none
 * @param most the largest number; empty if there is none
 * @param values all words that it can be; empty if any text can be
 * @param standard the value if a request has none, as text; empty if it then does not apply
 */
record Parameter(
        String name,
        Kind kind,
        String description,
        Optional<Number> least,
        Optional<Number> most,
        List<String> values,
        Optional<String> standard) {
    /** The kinds of values, by their names in OpenAPI. */
    enum Kind {
        INTEGER,
        NUMBER,
        STRING
    }

    static Parameter whole(String name, String description, long least, long most, Optional<String> standard) {
        return new Parameter(
                name, Kind.INTEGER, description, Optional.of(least), Optional.of(most), List.of(), standard);
    }

    static Parameter number(String name, String description, double least) {
        return new Parameter(
                name, Kind.NUMBER, description, Optional.of(least), Optional.empty(), List.of(), Optional.empty());
    }

    static Parameter text(String name, String description) {
        return new Parameter(
                name, Kind.STRING, description, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    static Parameter word(String name, String description, List<String> values, String standard) {
        return new Parameter(
                name, Kind.STRING, description, Optional.empty(), Optional.empty(), values, Optional.of(standard));
    }

    /**
     * Checks a value.
     *
     * @throws ProblemException 400 if this parameter cannot be it
     */
    void check(String value) {
        if (kind == Kind.STRING) {
            if (!values.isEmpty() && !values.contains(value)) {
                throw wrong("one of " + String.join(", ", values), value);
            }
            return;
        }
        double number = parsed(value);
        if (number < least.map(Number::doubleValue).orElse(Double.NEGATIVE_INFINITY)
                || number > most.map(Number::doubleValue).orElse(Double.MAX_VALUE)) {
            throw wrong(
                    "from " + least.orElseThrow()
                            + most.map(end -> " to " + end).orElse(" up"),
                    value);
        }
    }

    private double parsed(String value) {
        try {
            double number = kind == Kind.INTEGER ? Long.parseLong(value) : Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // reported below
        }
        throw wrong(kind == Kind.INTEGER ? "a whole number" : "a number", value);
    }

    private ProblemException wrong(String wanted, String value) {
        return new ProblemException(
                Status.BAD_REQUEST, "the parameter " + name + " must be " + wanted + ", not " + Status.shown(value));
    }
}
