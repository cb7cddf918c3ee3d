package org.gan4j.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of expected numbers computed by PyTorch in double precision: {@code ops}, {@code functions}, {@code layers},
 * {@code losses}, {@code penalty}, {@code adam}, {@code philox}. They are written by {@code make_oracles.py}, {@code
 * make_function_oracles.py} and {@code make_layer_oracles.py} in {@code gan-testkit/src/test/oracle}.
 *
 * <pre>{@code
 * for (OracleCase known : Oracle.read("penalty").cases()) {
 *     Tensor penalty = ... known.input("real") ... known.setting("weight") ...
 *     known.requireExpected("penalty", penalty.evaluate(), 1e-9);
 * }
 * }</pre>
 */
public final class Oracle {
    private final String name;
    private final List<OracleCase> cases;

    private Oracle(String name, List<OracleCase> cases) {
        this.name = name;
        this.cases = cases;
    }

    /**
     * Reads an oracle.
     *
     * @throws IllegalArgumentException if there is no oracle of this name
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Oracle read(String name) {
        try (InputStream in = Oracle.class.getResourceAsStream("oracle/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no oracle \"" + name
                        + "\"; use one of ops, functions, layers, losses, penalty, adam, philox");
            }
            List<OracleCase> cases = new ArrayList<>();
            for (JsonNode one : new ObjectMapper().readTree(in).get("cases")) {
                cases.add(new OracleCase(one));
            }
            return new Oracle(name, List.copyOf(cases));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the oracle " + name, failed);
        }
    }

    /** Returns all cases, in file order. */
    public List<OracleCase> cases() {
        return cases;
    }

    /**
     * Returns the case with the given name.
     *
     * @throws IllegalArgumentException if there is no such case; the message lists the available ones
     */
    public OracleCase named(String wanted) {
        return cases.stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("oracle " + name + " has no case " + wanted
                        + "; there are " + cases.stream().map(OracleCase::name).toList()));
    }
}
