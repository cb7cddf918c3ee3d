package org.gan4j.tables.judges;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gan4j.tables.values.Estimate;

/**
 * The success of a judge on rows whose classes are known, with intervals by a bootstrap of these rows.
 *
 * @param macroF1 the mean of the F1 of the classes that these rows have
 * @param auc the mean of their AUC, each class against the others; 0.5 for guessing
 */
public record ClassScores(Estimate macroF1, Estimate auc) {
    private static final int RESAMPLES = 200;
    private static final double TAIL = 0.025;

    /**
     * Measures probabilities.
     *
     * @param truth the class of each row
     * @param probabilities those of each class for each row; the first of the largest is chosen
     */
    static ClassScores of(int[] truth, double[][] probabilities, long seed) {
        int[] chosen =
                Arrays.stream(probabilities).mapToInt(ClassScores::largest).toArray();
        int[] classes = classes(truth);
        int[][] orders = Arrays.stream(classes)
                .mapToObj(each -> order(probabilities, each))
                .toArray(int[][]::new);
        int[][] weights = weights(truth.length, seed);
        return new ClassScores(
                estimate(weights, weight -> macroF1(classes, truth, chosen, weight)),
                estimate(weights, weight -> auc(classes, truth, probabilities, orders, weight)));
    }

    /** Returns the mean of the F1 of the classes that these rows have. */
    static double macroF1(int[] truth, double[][] probabilities) {
        int[] chosen =
                Arrays.stream(probabilities).mapToInt(ClassScores::largest).toArray();
        return macroF1(classes(truth), truth, chosen, once(truth.length));
    }

    /** Returns the mean of the AUC of the classes that these rows have. */
    static double auc(int[] truth, double[][] probabilities) {
        int[][] orders = Arrays.stream(classes(truth))
                .mapToObj(each -> order(probabilities, each))
                .toArray(int[][]::new);
        return auc(classes(truth), truth, probabilities, orders, once(truth.length));
    }

    private static int[] classes(int[] truth) {
        return Arrays.stream(truth).distinct().sorted().toArray();
    }

    private static int[] once(int rows) {
        int[] weights = new int[rows];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** Returns how often each row is in each resample; in the first one, each is once. */
    private static int[][] weights(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] weights = new int[1 + RESAMPLES][rows];
        weights[0] = once(rows);
        for (int i = 1; i <= RESAMPLES; i++) {
            for (int row = 0; row < rows; row++) {
                weights[i][random.nextInt(rows)]++;
            }
        }
        return weights;
    }

    private static Estimate estimate(int[][] weights, ToDoubleFunction<int[]> measure) {
        double[] resampled = Arrays.stream(weights, 1, weights.length)
                .mapToDouble(measure)
                .sorted()
                .toArray();
        int cut = (int) (TAIL * RESAMPLES);
        return new Estimate(measure.applyAsDouble(weights[0]), resampled[cut], resampled[RESAMPLES - 1 - cut]);
    }

    static int largest(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((best, i) -> values[i] > values[best] ? i : best)
                .orElseThrow();
    }

    private static int[] order(double[][] probabilities, int column) {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> probabilities[row][column]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double macroF1(int[] classes, int[] truth, int[] chosen, int[] weights) {
        double sum = 0;
        for (int each : classes) {
            double right = 0;
            double all = 0;
            for (int row = 0; row < truth.length; row++) {
                right += truth[row] == each && chosen[row] == each ? weights[row] : 0;
                all += (truth[row] == each ? weights[row] : 0) + (chosen[row] == each ? weights[row] : 0);
            }
            sum += all > 0 ? 2 * right / all : 0;
        }
        return sum / classes.length;
    }

    private static double auc(int[] classes, int[] truth, double[][] probabilities, int[][] orders, int[] weights) {
        double sum = 0;
        for (int c = 0; c < classes.length; c++) {
            sum += auc(classes[c], truth, probabilities, orders[c], weights);
        }
        return sum / classes.length;
    }

    private static double auc(int each, int[] truth, double[][] probabilities, int[] order, int[] weights) {
        double below = 0;
        double inside = 0;
        double wins = 0;
        for (int from = 0; from < order.length; ) {
            double others = 0;
            double own = 0;
            int to = from;
            while (to < order.length && probabilities[order[to]][each] == probabilities[order[from]][each]) {
                own += truth[order[to]] == each ? weights[order[to]] : 0;
                others += truth[order[to]] == each ? 0 : weights[order[to]];
                to++;
            }
            wins += own * (below + others / 2);
            below += others;
            inside += own;
            from = to;
        }
        return below > 0 && inside > 0 ? wins / below / inside : 0.5;
    }
}
