package org.gan4j.tables.judges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.ValueTable;

/**
 * The success on real rows, which were held out, of a judge that learned the target from synthetic ones (train on synthetic,
 * test on real: <a href="https://arxiv.org/abs/1706.02633">Esteban et al. 2017</a>), and of the same judge that learned it
 * from as many other rows.
 *
 * @param judge the judge
 * @param synthetic learned from synthetic rows
 * @param real learned from real rows
 * @param independent learned from real rows whose columns were shuffled, each on its own
 */
public record Usefulness(Judge judge, ClassScores synthetic, ClassScores real, ClassScores independent) {
    /** The rows that are learned at most, and those of the test. */
    public static final int MOST_ROWS = 10_000;
    /** The classes of a target at most. */
    public static final int MOST_CLASSES = 50;

    /**
     * Measures a judge.
     *
     * @param target the name of a column of choices; rows without one are left out
     */
    public static Usefulness of(
            Judge judge, ValueTable training, ValueTable heldOut, ValueTable synthetic, String target, long seed) {
        int place = place(training, target);
        ValueTable test = withTarget(heldOut, place).drawn(MOST_ROWS, new Draw(seed, "usefulness/test"));
        ValueTable real = withTarget(training, place);
        ValueTable made = withTarget(synthetic, place);
        int rows = Math.min(MOST_ROWS, Math.min(real.count(), made.count()));
        List<ClassScores> scores = new ArrayList<>();
        for (ValueTable rowsToLearn : List.of(made, real, real.independent(seed))) {
            ValueTable learned = rowsToLearn.drawn(rows, new Draw(seed, "usefulness/learned"));
            TrainedJudge trained = judge.train(
                    without(real, place),
                    without(learned, place),
                    labels(learned, place),
                    classes(training, place),
                    seed);
            scores.add(ClassScores.of(labels(test, place), trained.probabilities(without(test, place)), seed));
        }
        return new Usefulness(judge, scores.get(0), scores.get(1), scores.get(2));
    }

    /** Returns the scores of always choosing the most frequent class of training. */
    public static ClassScores majority(ValueTable training, ValueTable heldOut, String target, long seed) {
        int place = place(training, target);
        int[] counts = new int[classes(training, place)];
        for (int label : labels(withTarget(training, place), place)) {
            counts[label]++;
        }
        int most = IntStream.range(0, counts.length)
                .reduce((best, i) -> counts[i] > counts[best] ? i : best)
                .orElseThrow();
        double[] always = new double[counts.length];
        always[most] = 1;
        int[] truth = labels(withTarget(heldOut, place).drawn(MOST_ROWS, new Draw(seed, "usefulness/test")), place);
        return ClassScores.of(
                truth, Arrays.stream(truth).mapToObj(row -> always).toArray(double[][]::new), seed);
    }

    private static int place(ValueTable table, String target) {
        return table.columns().stream().map(ColumnValues::name).toList().indexOf(target);
    }

    private static ValueTable withTarget(ValueTable table, int place) {
        ColumnValues target = table.columns().get(place);
        return table.of(IntStream.range(0, table.count())
                .filter(row -> !target.isMissing(row))
                .toArray());
    }

    private static ValueTable without(ValueTable table, int place) {
        List<ColumnValues> columns = new ArrayList<>(table.columns());
        columns.remove(place);
        return new ValueTable(columns);
    }

    private static int[] labels(ValueTable table, int place) {
        return ((ChoiceValues) table.columns().get(place)).codes();
    }

    private static int classes(ValueTable table, int place) {
        return ((ChoiceValues) table.columns().get(place)).words().size();
    }
}
