package org.gan4j.tables.augmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.NumberValues;
import org.gan4j.tables.values.ValueTable;

/**
 * The rows of SMOTE-NC (<a href="https://arxiv.org/abs/1106.1813">Chawla et al. 2002</a>, section 6.1), a baseline of
 * augmentation: each is between a row of a class and one of its five nearest neighbors in the class, x + gap · (neighbor − x), with one gap
 * in [0, 1) for all numbers; each choice is that of most of the neighbors, and of equally many that of the nearest.
 *
 * <p>The distance is Euclidean: of numbers divided by their deviation in the whole table, of choices that differ the median of the
 * deviations in the class. The paper says nothing of missing values: one of two numbers differs as choices do, and a row keeps
 * its own number if one of the two is missing. A class of one row is repeated.
 */
public final class Smote {
    /** The neighbors of a row, k. */
    public static final int NEIGHBORS = 5;

    private final ValueTable rows;
    private final List<NumberValues> numbers = new ArrayList<>();
    private final List<ChoiceValues> choices = new ArrayList<>();
    private final double[] scales;
    private final double differs;
    private final int[][] neighbors;

    private Smote(ValueTable whole, ValueTable rows) {
        this.rows = rows;
        List<Double> factors = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            ColumnValues column = rows.columns().get(i);
            if (column instanceof NumberValues number) {
                double deviation = deviation((NumberValues) whole.columns().get(i));
                numbers.add(number);
                factors.add(deviation > 0 ? 1 / deviation : 0);
            } else {
                choices.add((ChoiceValues) column);
            }
        }
        scales = factors.stream().mapToDouble(Double::doubleValue).toArray();
        differs = differs();
        neighbors = new int[rows.count()][];
    }

    /**
     * Returns what makes rows of a class.
     *
     * @param whole the table by which numbers are scaled
     * @param rows its rows of the class
     * @throws IllegalArgumentException if there is no row
     */
    public static Smote of(ValueTable whole, ValueTable rows) {
        if (rows.count() == 0) {
            throw new IllegalArgumentException("the class has no rows to make others from; leave it out");
        }
        return new Smote(whole, rows);
    }

    private static double deviation(NumberValues column) {
        double[] known = column.sorted();
        double mean = Arrays.stream(known).average().orElse(0);
        return Math.sqrt(Arrays.stream(known)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElse(0));
    }

    /** Returns the median of the scaled deviations in the class; 1 if there are no numbers. */
    private double differs() {
        double[] deviations = IntStream.range(0, scales.length)
                .mapToDouble(i -> scales[i] * deviation(numbers.get(i)))
                .sorted()
                .toArray();
        return deviations.length == 0 ? 1 : NumberValues.quantile(deviations, 0.5);
    }

    /** Returns the square of the distance of two rows. */
    double squaredDistance(int first, int second) {
        double sum = 0;
        for (int i = 0; i < scales.length; i++) {
            double difference = scales[i]
                    * (numbers.get(i).numbers()[first] - numbers.get(i).numbers()[second]);
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
            } else if (numbers.get(i).isMissing(first) != numbers.get(i).isMissing(second)) {
                sum += differs * differs;
            }
        }
        for (ChoiceValues choice : choices) {
            sum += choice.codes()[first] == choice.codes()[second] ? 0 : differs * differs;
        }
        return sum;
    }

    /** Returns the nearest other rows, at most five, the nearest first, and of equally near ones the first. */
    int[] neighbors(int row) {
        if (neighbors[row] == null) {
            double[] distances = IntStream.range(0, rows.count())
                    .mapToDouble(other -> squaredDistance(row, other))
                    .toArray();
            neighbors[row] = IntStream.range(0, rows.count())
                    .filter(other -> other != row)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> distances[other]))
                    .limit(NEIGHBORS)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return neighbors[row];
    }

    /**
     * Makes rows. Each row of the class is taken in turn, in random order.
     *
     * @param count how many rows
     */
    public ValueTable rows(int count, Draw draw) {
        int[] order = draw.different(rows.count(), rows.count());
        int[] bases = new int[count];
        int[] others = new int[count];
        double[] gaps = new double[count];
        for (int i = 0; i < count; i++) {
            bases[i] = order[i % order.length];
            int[] near = neighbors(bases[i]);
            others[i] = near.length == 0 ? bases[i] : near[draw.below(near.length)];
            gaps[i] = draw.uniform();
        }
        return between(bases, others, gaps);
    }

    /**
     * Returns the rows between some rows and neighbors of theirs.
     *
     * @param bases the numbers of rows
     * @param others for each of them the number of a neighbor
     * @param gaps for each of them the part of the way to the neighbor
     */
    ValueTable between(int[] bases, int[] others, double[] gaps) {
        return new ValueTable(rows.columns().stream()
                .map(column -> column instanceof NumberValues number
                        ? between(number, bases, others, gaps)
                        : ofMost((ChoiceValues) column, bases))
                .toList());
    }

    private static ColumnValues between(NumberValues column, int[] bases, int[] others, double[] gaps) {
        double[] numbers = column.numbers();
        return new NumberValues(
                column.name(),
                IntStream.range(0, bases.length)
                        .mapToDouble(i -> {
                            double between = numbers[bases[i]] + gaps[i] * (numbers[others[i]] - numbers[bases[i]]);
                            return Double.isNaN(between) ? numbers[bases[i]] : between;
                        })
                        .toArray());
    }

    private ColumnValues ofMost(ChoiceValues column, int[] bases) {
        return new ChoiceValues(
                column.name(),
                column.words(),
                Arrays.stream(bases).map(base -> ofMost(column, base)).toArray());
    }

    private int ofMost(ChoiceValues column, int base) {
        Map<Integer, Integer> counts = new LinkedHashMap<>(); // the choice of the nearest comes first
        for (int neighbor : neighbors(base)) {
            counts.merge(column.codes()[neighbor], 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .reduce((most, other) -> other.getValue() > most.getValue() ? other : most)
                .map(Map.Entry::getKey)
                .orElse(column.codes()[base]);
    }
}
