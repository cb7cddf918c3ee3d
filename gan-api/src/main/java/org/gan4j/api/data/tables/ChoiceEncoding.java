package org.gan4j.api.data.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values as a one-hot.
 *
 * @param number the number of the column, so that columns differ in the draw of a rare value's replacement
 * @param values the values, and an empty one last if values may be missing
 * @param places the place of each value
 * @param known the share of each value that is not missing, among the rows that have a value
 * @param missing the share of rows without a value
 * @param rare whether there is one more choice, for all other values
 */
record ChoiceEncoding(
        int number, List<String> values, Map<String, Integer> places, List<Double> known, double missing, boolean rare)
        implements ColumnEncoding {
    static ChoiceEncoding of(int number, List<String> words, List<Double> known, double missing, boolean rare) {
        List<String> values =
                missing > 0 ? Stream.concat(words.stream(), Stream.of("")).toList() : words;
        return new ChoiceEncoding(
                number,
                List.copyOf(values),
                IntStream.range(0, values.size()).boxed().collect(Collectors.toUnmodifiableMap(values::get, i -> i)),
                List.copyOf(known),
                missing,
                rare);
    }

    /** Returns the share of each choice among all rows. */
    List<Double> shares() {
        double others =
                Math.max(0, 1 - known.stream().mapToDouble(Double::doubleValue).sum());
        List<Double> shares = new ArrayList<>();
        known.forEach(share -> shares.add(share * (1 - missing)));
        if (missing > 0) {
            shares.add(missing);
        }
        if (rare) {
            shares.add(others * (1 - missing));
        }
        return shares;
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
        if (chosen < values.size()) {
            return values.get(chosen);
        }
        return values.get(WeightedDraw.of(known, place.random(number).nextDouble()));
    }
}
