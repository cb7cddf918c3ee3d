package org.gan4j.api.data.tables;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values as a one-hot.
 *
 * @param values the values, empty for a missing one
 * @param places the place of each value
 * @param shares the share of each value, without that of a missing one, which comes last
 * @param rare whether there is one more choice, for all other values
 */
record ChoiceEncoding(List<String> values, Map<String, Integer> places, List<Double> shares, boolean rare)
        implements ColumnEncoding {
    static ChoiceEncoding of(List<String> values, List<Double> shares, boolean rare) {
        return new ChoiceEncoding(
                List.copyOf(values),
                IntStream.range(0, values.size()).boxed().collect(Collectors.toUnmodifiableMap(values::get, i -> i)),
                List.copyOf(shares),
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

    /** In place of a rare value, one of the others is written, drawn by their shares. */
    @Override
    public String decode(float[] from, int offset, RowPlace place) {
        int chosen = ColumnEncoding.largest(from, offset, choices());
        return chosen < values.size() ? values.get(chosen) : values.get(drawn(place));
    }

    private int drawn(RowPlace place) {
        double left = new SplittableRandom(31 * place.seed() + place.number()).nextDouble()
                * shares.stream().mapToDouble(Double::doubleValue).sum();
        int value = 0;
        while (value + 1 < shares.size() && left >= shares.get(value)) {
            left -= shares.get(value);
            value++;
        }
        return value;
    }
}
