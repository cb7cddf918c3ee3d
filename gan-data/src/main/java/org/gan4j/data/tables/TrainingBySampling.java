package org.gan4j.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.DerivedDataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.tables.Block;
import org.gan4j.api.data.tables.Choice;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The rows of a table, which training draws as CTGAN does (<a href="https://arxiv.org/abs/1907.00503">Xu et al. 2019</a>, section 4.3):
 * for each column of choices as many as there are rows, of which a value with the frequency n has the share log(1 + n) / Σ log(1 + n).
 * The field {@link TableEncoding#CONDITION} is the number of the column that a row was drawn for. Whatever else reads the rows finds each once.
 *
 * @param whole the rows
 * @param drawn the rows that training draws
 */
record TrainingBySampling(Dataset whole, Drawn drawn) implements DerivedDataset {
    private static final Field COLUMN = new Field(TableEncoding.CONDITION, DType.INT, Shape.scalar());
    private static final long SEED = 1;
    private static final long MOST = 100_000_000;

    /**
     * The rows that training draws.
     *
     * @param rows their numbers, column by column
     * @param of the number of rows for each column
     */
    private record Drawn(Dataset whole, int[] rows, int of) implements DerivedDataset {
        @Override
        public List<Field> fields() {
            return withColumn(whole);
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public Map<String, TensorData> read(int... indices) {
            return withColumn(
                    whole.read(IntStream.of(indices).map(i -> rows[i]).toArray()),
                    IntStream.of(indices).map(i -> i / of).toArray());
        }
    }

    /** Returns the rows of a table with columns of choices. */
    static TrainingBySampling of(Dataset table, EncodedRows rows, List<Choice> choices) {
        int each = (int) Math.min(rows.samples(), MOST / choices.size());
        int[] drawn = new int[each * choices.size()];
        for (int column = 0; column < choices.size(); column++) {
            int[] order = shuffled(rows.samples(), new SplittableRandom(SEED + column));
            Block block = choices.get(column).block();
            draw(byValue(order, block.width(), rows.choices(block)), order, drawn, column * each, each);
        }
        return new TrainingBySampling(table, new Drawn(table, drawn, each));
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** Returns the rows of each value, in their order. */
    private static List<List<Integer>> byValue(int[] order, int values, IntUnaryOperator value) {
        List<List<Integer>> byValue = new ArrayList<>();
        IntStream.range(0, values).forEach(each -> byValue.add(new ArrayList<>()));
        for (int row : order) {
            byValue.get(value.applyAsInt(row)).add(row);
        }
        return byValue;
    }

    /** Draws rows for a column, of each value in a random order, which begins again if it has too few. */
    private static void draw(List<List<Integer>> byValue, int[] order, int[] into, int offset, int count) {
        int width = byValue.size();
        double[] weights =
                byValue.stream().mapToDouble(some -> Math.log1p(some.size())).toArray();
        double sum = Arrays.stream(weights).sum();
        double upTo = 0;
        int at = 0;
        for (int value = 0; value < width; value++) {
            upTo += weights[value];
            int end = value + 1 == width ? count : (int) Math.round(count * upTo / sum);
            List<Integer> some = byValue.get(value);
            for (int i = 0; at < end && !some.isEmpty(); i++, at++) {
                into[offset + at] = some.get(i % some.size());
            }
        }
        for (int i = 0; at < count; i++, at++) { // rounding left some
            into[offset + at] = order[i];
        }
    }

    private static List<Field> withColumn(Dataset table) {
        return Stream.concat(table.fields().stream(), Stream.of(COLUMN)).toList();
    }

    private static Map<String, TensorData> withColumn(Map<String, TensorData> rows, int[] columns) {
        Map<String, TensorData> all = new LinkedHashMap<>(rows);
        all.put(TableEncoding.CONDITION, TensorData.of(columns, Shape.of(columns.length)));
        return all;
    }

    @Override
    public List<Field> fields() {
        return withColumn(whole);
    }

    /** Reads rows, each with a column in turn. */
    @Override
    public Map<String, TensorData> read(int... indices) {
        int columns = drawn.size() / drawn.of();
        return withColumn(
                whole.read(indices), IntStream.of(indices).map(i -> i % columns).toArray());
    }

    @Override
    public List<Dataset> partitions() {
        return List.of(drawn);
    }
}
