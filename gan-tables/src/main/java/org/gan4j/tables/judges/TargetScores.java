package org.gan4j.tables.judges;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The success of a judge on held-out rows.
 *
 * @param macroF1 the mean of the F1 of the classes
 * @param recall the share of the rows of one class that are told to be of it
 * @param auc the mean of the AUC of the classes, each against the others; 0.5 for guessing
 */
public record TargetScores(double macroF1, double recall, double auc) {
    /**
     * Measures probabilities.
     *
     * @param truth the class of each row
     * @param probabilities those of each class for each row; the first of the largest is chosen
     * @param rare the class whose recall is measured, which some row has
     */
    static TargetScores of(int[] truth, double[][] probabilities, int rare) {
        long right = IntStream.range(0, truth.length)
                .filter(row -> truth[row] == rare && ClassScores.largest(probabilities[row]) == rare)
                .count();
        long all = Arrays.stream(truth).filter(each -> each == rare).count();
        return new TargetScores(
                ClassScores.macroF1(truth, probabilities), right / (double) all, ClassScores.auc(truth, probabilities));
    }
}
