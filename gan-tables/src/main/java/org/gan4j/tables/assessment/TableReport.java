package org.gan4j.tables.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.tables.judges.ClassScores;
import org.gan4j.tables.judges.Detection;
import org.gan4j.tables.judges.Judge;
import org.gan4j.tables.judges.Usefulness;
import org.gan4j.tables.privacy.TablePrivacy;
import org.gan4j.tables.similarity.Similarity;
import org.gan4j.tables.values.Estimate;

/**
 * A synthetic table compared with the real one.
 *
 * @param setting what was compared
 * @param similarity the likeness of columns and pairs of columns
 * @param detection how well each judge tells synthetic from real rows
 * @param usefulness how well judges learn from synthetic rows; empty without held-out rows or target
 * @param privacy what synthetic rows say about training rows; empty without held-out rows
 */
public record TableReport(
        Setting setting,
        Compared<Similarity> similarity,
        List<Detected> detection,
        Optional<Useful> usefulness,
        Optional<TablePrivacy> privacy) {
    /** What every reader must know, whatever the numbers. */
    public static final String NO_GUARANTEE =
            "There is NO guarantee of privacy, whatever these numbers say: they can show"
                    + " a leak, and never that there is none.";

    /** Copies the list. */
    public TableReport {
        detection = List.copyOf(detection);
    }

    /**
     * What was compared.
     *
     * @param training the number of training rows
     * @param heldOut the number of held-out rows, if there are any
     * @param synthetic the number of synthetic rows
     * @param columns the number of columns that were compared
     * @param leftOut the columns that were not, and what they hold
     * @param target the column that judges learned, if one was named
     * @param seed the seed of drawn rows and of judges
     */
    public record Setting(
            int training,
            Optional<Integer> heldOut,
            int synthetic,
            int columns,
            List<String> leftOut,
            Optional<String> target,
            long seed) {
        /** Copies the list. */
        public Setting {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * The AUC of a judge who tells rows from real ones.
     *
     * @param judge the judge
     * @param auc the AUC, 0.5 if rows cannot be told apart
     */
    public record Detected(Judge judge, Compared<Estimate> auc) {}

    /**
     * The usefulness of rows for learning a target.
     *
     * @param judges that for each judge
     * @param majority the scores of always choosing the most frequent class
     */
    public record Useful(List<Usefulness> judges, ClassScores majority) {
        /** Copies the list. */
        public Useful {
            judges = List.copyOf(judges);
        }
    }

    /** Returns the overall numbers, in the order of the sections. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("column shapes", "1", similarity.map(each -> Estimate.of(each.shape()))));
        figures.add(Figure.of("column pair trends", "1", similarity.map(each -> Estimate.of(each.trend()))));
        figures.add(Figure.of("missing values", "1", similarity.map(each -> Estimate.of(each.missing()))));
        detection.forEach(
                each -> figures.add(Figure.of("detection AUC, " + each.judge().title(), "0.5", each.auc())));
        usefulness.ifPresent(useful -> useful.judges().forEach(each -> {
            String judge = each.judge().title();
            figures.add(Figure.of("macro-F1, " + judge, each, ClassScores::macroF1));
            figures.add(Figure.of("AUC, " + judge, each, ClassScores::auc));
        }));
        privacy.ifPresent(found -> figures.addAll(Figure.of(found)));
        return figures;
    }

    /** Returns what was not measured and why, and which rows were drawn. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (setting.heldOut.isEmpty()) {
            notes.add("Usefulness and privacy were not measured, since no held-out rows were given: both need real rows"
                    + " that the generator was not trained on.");
        } else if (setting.target.isEmpty()) {
            notes.add("Usefulness was not measured, since no target column was named.");
        }
        if (!setting.leftOut.isEmpty()) {
            notes.add("Columns that are not compared: " + String.join("; ", setting.leftOut) + ".");
        }
        int most = Math.max(setting.training, Math.max(setting.synthetic, setting.heldOut.orElse(0)));
        drawn(notes, most, TableAssessment.MOST_ROWS, "shapes and trends");
        drawn(notes, Math.min(setting.training, setting.synthetic), Detection.MOST_ROWS, "detection");
        if (usefulness.isPresent()) {
            drawn(notes, most, Usefulness.MOST_ROWS, "usefulness");
        }
        if (privacy.isPresent()) {
            drawn(notes, most, TablePrivacy.MOST_ROWS, "distances");
            privacy.ifPresent(found -> copies(notes, found));
        }
        return notes;
    }

    private static void copies(List<String> notes, TablePrivacy found) {
        long count = (long) found.copies().synthetic().count();
        if (count > 0) {
            notes.add("Synthetic rows that equal a training row in all compared columns: " + count
                    + ". Look at them before you pass the table on.");
        }
        if (found.copies().heldOut().value() > 0.5) {
            notes.add("More than half of the held-out rows equal a training row, so they may not have been held out;"
                    + " then no measure of privacy can be trusted.");
        }
    }

    private static void drawn(List<String> notes, int rows, int most, String what) {
        if (rows > most) {
            notes.add(String.format(
                    Locale.ROOT, "For %s, at most %,d rows of each table were drawn by the seed.", what, most));
        }
    }
}
