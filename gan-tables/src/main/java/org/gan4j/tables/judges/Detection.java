package org.gan4j.tables.judges;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.metrics.statistics.RankComparison;
import org.gan4j.tables.values.Estimate;
import org.gan4j.tables.values.ValueTable;

/**
 * The AUC with which a judge tells the rows of a table from real ones. It learns from half of the rows and is measured on the
 * others; both halves have as many rows of each table.
 */
public final class Detection {
    /** The rows of each table that are judged at most. */
    public static final int MOST_ROWS = 5000;

    private Detection() {}

    /**
     * Measures a judge.
     *
     * @param real the real rows, at least four
     * @param other the rows to be told from them, at least four
     * @return 0.5 if they cannot be told apart; below that if rows of the other table repeat real ones
     */
    public static Estimate of(Judge judge, ValueTable real, ValueTable other, long seed) {
        int rows = Math.min(MOST_ROWS, Math.min(real.count(), other.count()));
        int half = rows / 2;
        ValueTable first = real.drawn(rows, new Draw(seed, "detection/real"));
        ValueTable second = other.drawn(rows, new Draw(seed, "detection/other"));
        int[] learned = IntStream.range(0, half).toArray();
        int[] measured = IntStream.range(half, rows).toArray();
        int[] labels =
                IntStream.range(0, 2 * half).map(row -> row < half ? 0 : 1).toArray();
        TrainedJudge trained = judge.train(real, first.of(learned).and(second.of(learned)), labels, 2, seed);
        return Estimate.of(
                RankComparison.of(scores(trained, second.of(measured)), scores(trained, first.of(measured))));
    }

    private static double[] scores(TrainedJudge judge, ValueTable rows) {
        return Arrays.stream(judge.probabilities(rows))
                .mapToDouble(each -> each[1])
                .toArray();
    }
}
