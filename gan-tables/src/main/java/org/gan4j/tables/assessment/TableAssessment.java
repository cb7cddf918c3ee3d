package org.gan4j.tables.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.data.tables.TableRows;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.tables.judges.Detection;
import org.gan4j.tables.judges.Judge;
import org.gan4j.tables.judges.Usefulness;
import org.gan4j.tables.privacy.TablePrivacy;
import org.gan4j.tables.similarity.Similarity;
import org.gan4j.tables.values.AlignedTables;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.ValueTable;

/**
 * Compares a synthetic table with the real one that its generator was trained on. The same seed gives the same report.
 *
 * @param training the real rows that the generator was trained on
 * @param heldOut real rows that it was not trained on; usefulness and privacy are measured with them only
 * @param synthetic the rows that it made
 * @param target the column that a judge learns, if usefulness is measured
 * @param seed the seed of drawn rows and of judges
 */
public record TableAssessment(
        TableRows training, Optional<TableRows> heldOut, TableRows synthetic, Optional<String> target, long seed) {
    /** The rows of each table whose distributions are compared at most. */
    public static final int MOST_ROWS = 50_000;

    /** Returns an assessment without held-out rows, target column, and with seed 1. */
    public static TableAssessment of(TableRows training, TableRows synthetic) {
        return new TableAssessment(training, Optional.empty(), synthetic, Optional.empty(), 1);
    }

    /** Returns an assessment with held-out rows, without a target column, and with seed 1. */
    public static TableAssessment of(TableRows training, TableRows heldOut, TableRows synthetic) {
        return new TableAssessment(training, Optional.of(heldOut), synthetic, Optional.empty(), 1);
    }

    /** Returns a copy that measures usefulness for learning this column, which holds choices. */
    public TableAssessment target(String column) {
        return new TableAssessment(training, heldOut, synthetic, Optional.of(column), seed);
    }

    /** Returns a copy with another seed. */
    public TableAssessment seed(long other) {
        return new TableAssessment(training, heldOut, synthetic, target, other);
    }

    /**
     * Compares the tables.
     *
     * @throws IllegalArgumentException if a table has fewer than 20 rows, the columns are not the same, a value does not fit, or
     *     the target is not a column of at least two and at most 50 choices that each table has
     */
    public TableReport run() {
        AlignedTables tables = AlignedTables.of(training, heldOut, synthetic);
        target.ifPresent(column -> requireTarget(tables, column));
        ValueTable independent = tables.training().independent(seed);
        return new TableReport(
                new TableReport.Setting(
                        tables.training().count(),
                        tables.heldOut().map(ValueTable::count),
                        tables.synthetic().count(),
                        tables.training().columns().size(),
                        tables.leftOut(),
                        target,
                        seed),
                compared(
                        tables,
                        independent,
                        table -> Similarity.of(some(tables.training(), "training"), some(table, "other"))),
                Arrays.stream(Judge.values())
                        .map(judge -> new TableReport.Detected(
                                judge,
                                compared(
                                        tables,
                                        independent,
                                        table -> Detection.of(judge, tables.training(), table, seed))))
                        .toList(),
                usefulness(tables),
                tables.heldOut().map(table -> TablePrivacy.of(tables.training(), table, tables.synthetic(), seed)));
    }

    private ValueTable some(ValueTable table, String path) {
        return table.drawn(MOST_ROWS, new Draw(seed, "similarity/" + path));
    }

    private static <T> Compared<T> compared(
            AlignedTables tables, ValueTable independent, Function<ValueTable, T> measure) {
        return new Compared<>(
                measure.apply(tables.synthetic()), tables.heldOut().map(measure), measure.apply(independent));
    }

    private Optional<TableReport.Useful> usefulness(AlignedTables tables) {
        if (tables.heldOut().isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        ValueTable test = tables.heldOut().get();
        return Optional.of(new TableReport.Useful(
                Arrays.stream(Judge.values())
                        .map(judge ->
                                Usefulness.of(judge, tables.training(), test, tables.synthetic(), target.get(), seed))
                        .toList(),
                Usefulness.majority(tables.training(), test, target.get(), seed)));
    }

    private static void requireTarget(AlignedTables tables, String target) {
        List<String> names =
                tables.training().columns().stream().map(ColumnValues::name).toList();
        if (!names.contains(target)) {
            throw new IllegalArgumentException("the target " + target + " is no column that is compared"
                    + Suggestions.ending(target, names) + "; name a column of categories");
        }
        if (names.size() == 1) {
            throw new IllegalArgumentException("the target " + target
                    + " is the only column, so there is nothing to learn it from; leave out the target");
        }
        int place = names.indexOf(target);
        if (!(tables.training().columns().get(place) instanceof ChoiceValues choices)) {
            throw new IllegalArgumentException("the target " + target
                    + " holds numbers or dates, and usefulness is measured for choices; name a column of categories");
        }
        int words =
                (int) choices.words().stream().filter(word -> !word.isEmpty()).count();
        if (words < 2 || words > Usefulness.MOST_CLASSES) {
            throw new IllegalArgumentException("the target " + target + " has " + words
                    + " different values, and a judge learns 2 to " + Usefulness.MOST_CLASSES
                    + "; name another column");
        }
        requireValues("training", tables.training(), place);
        requireValues("synthetic", tables.synthetic(), place);
        tables.heldOut().ifPresent(table -> requireValues("held-out", table, place));
    }

    private static void requireValues(String which, ValueTable table, int place) {
        ColumnValues column = table.columns().get(place);
        if (column.missing() == 1) {
            throw new IllegalArgumentException("the " + which + " table has no value in the target " + column.name()
                    + ", so nothing can be learned or tested; name another column");
        }
    }
}
