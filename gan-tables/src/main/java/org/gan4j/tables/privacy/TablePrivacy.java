package org.gan4j.tables.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.metrics.privacy.MembershipInference;
import org.gan4j.metrics.privacy.NearerShare;
import org.gan4j.metrics.privacy.NearestRows;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.metrics.statistics.ShareDifference;
import org.gan4j.metrics.vectors.Neighbors;
import org.gan4j.tables.values.NumberValues;
import org.gan4j.tables.values.ValueTable;

/**
 * Measures of how much synthetic rows say about the rows of training, by the distance to the closest record (DCR). They
 * compare with as many real rows that were held out; without memory, exchanging both would change nothing. They can show a
 * leak, and never that there is none.
 *
 * @param rows the training rows, and the held-out rows, that were compared
 * @param syntheticRows the synthetic rows that were compared
 * @param copies the exact copies
 * @param nearer the synthetic rows that are nearer to a training row than to every held-out one
 * @param near the same among those that are as near to a real row as the nearest 5 % of held-out rows are to a training row;
 *     empty if there are none
 * @param quantile the 5 % quantile of the distance of synthetic rows to their closest training row
 * @param quantileHeldOut the same of held-out rows
 * @param attack TPR − FPR of an attacker who takes rows near to a synthetic one for rows of training, at the threshold that is
 *     best on the other half
 */
public record TablePrivacy(
        int rows,
        int syntheticRows,
        ExactCopies copies,
        NearerShare nearer,
        Optional<NearerShare> near,
        double quantile,
        double quantileHeldOut,
        ShareDifference attack) {
    /** The rows of each table whose distances are computed at most. */
    public static final int MOST_ROWS = 5000;

    /** A deviation by more standard errors than this, which happens by chance once in 740 times, is a sign of memory. */
    public static final double SIGN = 3;

    /** Fewer rows show large effects only. */
    public static final int FEWEST_ROWS = 100;

    private static final double NEAREST = 0.05;
    private static final double Z = 1.959963984540054;

    /** Measures synthetic rows. */
    public static TablePrivacy of(ValueTable training, ValueTable heldOut, ValueTable synthetic, long seed) {
        RowSpace space = RowSpace.of(training);
        int rows = Math.min(MOST_ROWS, Math.min(training.count(), heldOut.count()));
        double[][] members = space.points(training.drawn(rows, new Draw(seed, "privacy/training")));
        double[][] others = space.points(heldOut.drawn(rows, new Draw(seed, "privacy/held-out")));
        double[][] made = space.points(synthetic.drawn(MOST_ROWS, new Draw(seed, "privacy/synthetic")));
        NearestRows nearest = new NearestRows(
                RowSpace.nearest(made, members), RowSpace.nearest(made, others), RowSpace.nearest(others, members));
        double usual = quantile(nearest.heldOutInTraining());
        return new TablePrivacy(
                rows,
                made.length,
                ExactCopies.of(space, training, heldOut, synthetic, seed),
                NearerShare.of(nearest, rows, rows),
                near(nearest, usual).map(some -> NearerShare.of(some, rows, rows)),
                quantile(nearest.samplesInTraining()),
                usual,
                MembershipInference.of(closeness(members, made), closeness(others, made))
                        .advantage());
    }

    private static double quantile(Neighbors neighbors) {
        double[] sorted = neighbors.nearest();
        Arrays.sort(sorted);
        return NumberValues.quantile(sorted, NEAREST);
    }

    private static Optional<NearestRows> near(NearestRows nearest, double distance) {
        double[] toTraining = nearest.samplesInTraining().nearest();
        double[] toHeldOut = nearest.samplesInHeldOut().nearest();
        int[] some = IntStream.range(0, toTraining.length)
                .filter(i -> Math.min(toTraining[i], toHeldOut[i]) <= distance)
                .toArray();
        return some.length == 0
                ? Optional.empty()
                : Optional.of(new NearestRows(
                        some(nearest.samplesInTraining(), some),
                        some(nearest.samplesInHeldOut(), some),
                        nearest.heldOutInTraining()));
    }

    private static Neighbors some(Neighbors all, int[] some) {
        return new Neighbors(
                Arrays.stream(some).mapToObj(i -> all.indices()[i]).toArray(int[][]::new),
                Arrays.stream(some).mapToObj(i -> all.distances()[i]).toArray(double[][]::new));
    }

    private static double[] closeness(double[][] rows, double[][] made) {
        return Arrays.stream(RowSpace.nearest(rows, made).nearest())
                .map(distance -> -distance)
                .toArray();
    }

    /** Returns the deviation of the attack's advantage from 0, in standard errors. */
    public double attackZ() {
        double error = (attack.value() - attack.low()) / Z;
        return error > 0 ? attack.value() / error : 0;
    }

    /** Returns the signs of memory, in words; none if there are none. */
    public List<String> signs() {
        List<String> signs = new ArrayList<>();
        if (copies.z() > SIGN) {
            signs.add("more synthetic rows equal a training row than equal a held-out row");
        }
        if (nearer.z() > SIGN) {
            signs.add("synthetic rows are nearer to training rows than to held-out rows");
        }
        if (near.filter(share -> share.z() > SIGN).isPresent()) {
            signs.add("synthetic rows that are very near to a real row are so to training rows more often");
        }
        if (attackZ() > SIGN) {
            signs.add("an attacker who has the synthetic rows alone can tell which rows were trained on");
        }
        return signs;
    }

    /** Returns what the measures say. */
    public Verdict verdict() {
        if (!signs().isEmpty()) {
            return Verdict.FAILS;
        }
        return Math.min(rows, syntheticRows) < FEWEST_ROWS ? Verdict.TOO_FEW_ROWS : Verdict.NO_LEAK_FOUND;
    }

    /** What the measures say. */
    public enum Verdict {
        /** A measure shows memory. */
        FAILS("FAILS"),
        /** No measure shows memory, which is no guarantee. */
        NO_LEAK_FOUND("no leak found by these measures"),
        /** No measure shows memory, and none could show a small one. */
        TOO_FEW_ROWS("too few rows to find a leak: use at least " + FEWEST_ROWS + " held-out and synthetic rows");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** Returns it in words. */
        public String words() {
            return words;
        }
    }
}
