package org.gan4j.tables.judges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.metrics.statistics.Draw;
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
        TargetRows test = TargetRows.of(heldOut, target).drawn(MOST_ROWS, new Draw(seed, "usefulness/test"));
        TargetRows real = TargetRows.of(training, target);
        TargetRows made = TargetRows.of(synthetic, target);
        int rows =
                Math.min(MOST_ROWS, Math.min(real.table().count(), made.table().count()));
        List<ClassScores> scores = new ArrayList<>();
        for (TargetRows rowsToLearn : List.of(made, real, real.independent(seed))) {
            TargetRows learned = rowsToLearn.drawn(rows, new Draw(seed, "usefulness/learned"));
            TrainedJudge trained =
                    judge.train(real.features(), learned.features(), learned.labels(), real.classes(), seed);
            scores.add(ClassScores.of(test.labels(), trained.probabilities(test.features()), seed));
        }
        return new Usefulness(judge, scores.get(0), scores.get(1), scores.get(2));
    }

    /** Returns the scores of always choosing the most frequent class of training. */
    public static ClassScores majority(ValueTable training, ValueTable heldOut, String target, long seed) {
        TargetRows real = TargetRows.of(training, target);
        int most = real.majority();
        double[] always = new double[real.classes()];
        always[most] = 1;
        int[] truth = TargetRows.of(heldOut, target)
                .drawn(MOST_ROWS, new Draw(seed, "usefulness/test"))
                .labels();
        return ClassScores.of(
                truth, Arrays.stream(truth).mapToObj(row -> always).toArray(double[][]::new), seed);
    }
}
