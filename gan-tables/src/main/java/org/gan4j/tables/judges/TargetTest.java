package org.gan4j.tables.judges;

import java.util.Arrays;
import java.util.List;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.ValueTable;

/**
 * A test on held-out rows of judges that learned a column of classes from different rows.
 *
 * @param training the real rows of training, by which numbers are scaled
 * @param heldOut the rows of the test
 * @param target the name of the column of classes; rows without one are left out
 * @param rare the class whose recall is measured
 */
public record TargetTest(ValueTable training, ValueTable heldOut, String target, String rare) {
    /**
     * Validates the class.
     *
     * @throws IllegalArgumentException if no held-out row is of it
     */
    public TargetTest {
        int code = code(training, target, rare);
        if (Arrays.stream(TargetRows.of(heldOut, target).labels()).noneMatch(each -> each == code)) {
            throw new IllegalArgumentException("no held-out row has the " + target + " " + rare
                    + ", so its recall cannot be measured; hold out rows of all classes");
        }
    }

    private static int code(ValueTable table, String target, String word) {
        List<String> names = table.columns().stream().map(ColumnValues::name).toList();
        return ((ChoiceValues) table.columns().get(names.indexOf(target)))
                .words()
                .indexOf(word);
    }

    /**
     * Measures a judge that learned from rows.
     *
     * @param learned the rows, with the columns of training
     */
    public TargetScores scores(Judge judge, ValueTable learned, long seed) {
        TargetRows real = TargetRows.of(training, target);
        TargetRows rows = TargetRows.of(learned, target);
        TargetRows test = TargetRows.of(heldOut, target);
        TrainedJudge trained = judge.train(real.features(), rows.features(), rows.labels(), real.classes(), seed);
        return TargetScores.of(test.labels(), trained.probabilities(test.features()), code(training, target, rare));
    }

    /** Measures always choosing the most frequent class of training. */
    public TargetScores majority() {
        TargetRows real = TargetRows.of(training, target);
        double[] always = new double[real.classes()];
        always[real.majority()] = 1;
        int[] truth = TargetRows.of(heldOut, target).labels();
        return TargetScores.of(
                truth,
                Arrays.stream(truth).mapToObj(row -> always).toArray(double[][]::new),
                code(training, target, rare));
    }
}
