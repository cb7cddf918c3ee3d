package org.gan4j.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** One computation of an {@link Oracle}: what went in, under which settings, and what came out. */
public final class OracleCase {
    private static final int HEXADECIMAL = 16;

    private final JsonNode node;

    OracleCase(JsonNode node) {
        this.node = node;
    }

    public String name() {
        return node.get("name").asText();
    }

    /** The names of the inputs. */
    public Set<String> inputs() {
        return names("inputs");
    }

    /** An input as a DOUBLE constant. */
    public Tensor input(String input) {
        return Tensor.of(inputData(input));
    }

    /** An input as a constant of another type. */
    public Tensor input(String input, DType dtype) {
        return input(input).cast(dtype);
    }

    /** An input's values and shape, as DOUBLE; 32-bit words are unsigned. */
    public TensorData inputData(String input) {
        return data("inputs", input);
    }

    /** The names of the results. */
    public Set<String> expected() {
        return names("expected");
    }

    /** A result's values and shape, as DOUBLE. */
    public TensorData expected(String result) {
        return data("expected", result);
    }

    /**
     * Compares a result with what it should be.
     *
     * @param tolerance the allowed difference, relative to the largest expected element
     * @throws AssertionError if it differs
     */
    public void requireExpected(String result, TensorData found, double tolerance) {
        new Closeness(tolerance).require(name() + ", " + result, found, expected(result));
    }

    /** A setting that is a number. */
    public double setting(String setting) {
        return get("settings", setting).asDouble();
    }

    /** A setting that is a whole number. */
    public int wholeSetting(String setting) {
        return get("settings", setting).asInt();
    }

    /** A setting that is a list of whole numbers. */
    public int[] wholeSettings(String setting) {
        JsonNode numbers = get("settings", setting);
        return IntStream.range(0, numbers.size())
                .map(i -> numbers.get(i).asInt())
                .toArray();
    }

    /** A setting that is true or false. */
    public boolean flag(String setting) {
        return get("settings", setting).asBoolean();
    }

    /** A setting that is a word. */
    public String text(String setting) {
        return get("settings", setting).asText();
    }

    private Set<String> names(String part) {
        Set<String> names = new LinkedHashSet<>();
        node.get(part).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode get(String part, String key) {
        JsonNode value = node.get(part).get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "case " + name() + " has no " + key + " among its " + part + "; there are " + names(part));
        }
        return value;
    }

    private TensorData data(String part, String key) {
        JsonNode packed = get(part, key);
        JsonNode dims = packed.get("shape");
        long[] shape = new long[dims.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = dims.get(i).asLong();
        }
        JsonNode numbers = packed.get("values");
        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode number = numbers.get(i);
            values[i] = number.isTextual() ? Long.parseLong(number.asText(), HEXADECIMAL) : number.asDouble();
        }
        return TensorData.of(values, Shape.of(shape));
    }

    @Override
    public String toString() {
        return name();
    }
}
