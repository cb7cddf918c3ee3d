package org.gan4j.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** One computation of an {@link Oracle}: its inputs, settings, and expected results. */
public final class OracleCase {
    private static final int HEXADECIMAL = 16;

    private final JsonNode node;

    OracleCase(JsonNode node) {
        this.node = node;
    }

    /** Returns the name of this case. */
    public String name() {
        return node.get("name").asText();
    }

    /** Returns the names of the inputs. */
    public Set<String> inputs() {
        return names("inputs");
    }

    /**
     * Returns an input as a DOUBLE constant.
     *
     * @throws IllegalArgumentException if there is no such input; the message lists the available ones
     */
    public Tensor input(String input) {
        return Tensor.of(inputData(input));
    }

    /**
     * Returns an input as a constant, cast to another type.
     *
     * @throws IllegalArgumentException if there is no such input; the message lists the available ones
     */
    public Tensor input(String input, DType dtype) {
        return input(input).cast(dtype);
    }

    /**
     * Returns an input's values and shape, as DOUBLE; 32-bit words are unsigned.
     *
     * @throws IllegalArgumentException if there is no such input; the message lists the available ones
     */
    public TensorData inputData(String input) {
        return data("inputs", input);
    }

    /** Returns the names of the expected results. */
    public Set<String> expected() {
        return names("expected");
    }

    /**
     * Returns the expected values and shape of a result, as DOUBLE.
     *
     * @throws IllegalArgumentException if there is no such result; the message lists the available ones
     */
    public TensorData expected(String result) {
        return data("expected", result);
    }

    /**
     * Compares a result with the expected one.
     *
     * @param tolerance the allowed difference, relative to the largest expected element
     * @throws AssertionError if they differ by more
     * @throws IllegalArgumentException if there is no such result; the message lists the available ones
     */
    public void requireExpected(String result, TensorData found, double tolerance) {
        new Closeness(tolerance).require(name() + ", " + result, found, expected(result));
    }

    /**
     * Returns a numeric setting.
     *
     * @throws IllegalArgumentException if there is no such setting; the message lists the available ones
     */
    public double setting(String setting) {
        return get("settings", setting).asDouble();
    }

    /**
     * Returns an integer setting.
     *
     * @throws IllegalArgumentException if there is no such setting; the message lists the available ones
     */
    public int wholeSetting(String setting) {
        return get("settings", setting).asInt();
    }

    /**
     * Returns a setting that is a list of integers.
     *
     * @throws IllegalArgumentException if there is no such setting; the message lists the available ones
     */
    public int[] wholeSettings(String setting) {
        JsonNode numbers = get("settings", setting);
        return IntStream.range(0, numbers.size())
                .map(i -> numbers.get(i).asInt())
                .toArray();
    }

    /**
     * Returns a boolean setting.
     *
     * @throws IllegalArgumentException if there is no such setting; the message lists the available ones
     */
    public boolean flag(String setting) {
        return get("settings", setting).asBoolean();
    }

    /**
     * Returns a text setting.
     *
     * @throws IllegalArgumentException if there is no such setting; the message lists the available ones
     */
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
                    "case " + name() + " has no " + key + " in its " + part + "; there are " + names(part));
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
