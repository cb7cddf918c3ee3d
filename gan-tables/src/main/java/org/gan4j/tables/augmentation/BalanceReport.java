package org.gan4j.tables.augmentation;

import java.util.List;
import java.util.Optional;
import org.gan4j.tables.judges.Judge;
import org.gan4j.tables.judges.TargetScores;

/**
 * The scores of judges that learned a column of classes from balanced rows.
 *
 * @param setting what was compared
 * @param results the scores of each judge and each way of balancing
 */
public record BalanceReport(Setting setting, List<Result> results) {
    /** Copies the list. */
    public BalanceReport {
        results = List.copyOf(results);
    }

    /**
     * What was compared.
     *
     * @param target the column of classes
     * @param training the classes of the training rows, with the rows that they lack
     * @param heldOut the number of rows of the test
     * @param rareHeldOut how many of them are of the rarest class
     * @param leftOut the columns that judges do not see, and what they hold
     * @param seeds the seeds of judges and of rows that are made
     */
    public record Setting(
            String target,
            ClassBalance training,
            int heldOut,
            int rareHeldOut,
            List<String> leftOut,
            List<Long> seeds) {
        /** Copies the lists. */
        public Setting {
            leftOut = List.copyOf(leftOut);
            seeds = List.copyOf(seeds);
        }
    }

    /**
     * The scores of one way of balancing.
     *
     * @param judge the judge; empty for a baseline without one
     * @param scores those of each seed; one alone for a baseline that has none
     */
    public record Result(Balancing balancing, Optional<Judge> judge, List<TargetScores> scores) {
        /** Copies the list. */
        public Result {
            scores = List.copyOf(scores);
        }
    }
}
