package org.gan4j.api.data.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values as a one-hot.
 *
 * @param values the values, empty for a missing one
 * @param rare whether there is one more choice, for all other values
 */
record ChoiceEncoding(List<String> values, Map<String, Integer> places, boolean rare) implements ColumnEncoding {
    static ChoiceEncoding of(List<String> values, boolean rare) {
        return new ChoiceEncoding(
                List.copyOf(values),
                IntStream.range(0, values.size()).boxed().collect(Collectors.toUnmodifiableMap(values::get, i -> i)),
                rare);
    }

    private int choices() {
        return values.size() + (rare ? 1 : 0);
    }

    @Override
    public List<Block> blocks() {
        return List.of(new Block(Block.Kind.CHOICE, 0, choices()));
    }

    @Override
    public void encode(String value, double draw, float[] into, int offset) {
        Integer place = places.get(value);
        if (place == null && !rare) {
            throw new IllegalArgumentException("'" + value + "' is none of the " + values.size() + " values");
        }
        int chosen = place == null ? values.size() : place;
        for (int i = 0; i < choices(); i++) {
            into[offset + i] = i == chosen ? 1 : 0;
        }
    }

    /** A rare value is written as the most likely of the others. */
    @Override
    public String decode(float[] from, int offset, RowPlace place) {
        return values.get(ColumnEncoding.largest(from, offset, values.size()));
    }
}
