package org.gan4j.tables.augmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.data.tables.TableRows;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.tables.judges.Judge;
import org.gan4j.tables.judges.TargetScores;
import org.gan4j.tables.judges.TargetTest;
import org.gan4j.tables.values.AlignedTables;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.ValueTable;

/**
 * Compares rows that a GAN adds to rare classes with other ways of balancing: judges learn a column of classes from each, and predict it
 * for held-out rows. The same seeds give the same report.
 *
 * @param training the real rows
 * @param heldOut other real rows, for the test
 * @param target the column of classes, with what it holds
 * @param share the share of the largest class that rare ones get, as {@link ClassBalance} defines it
 * @param seeds the seeds of judges and of rows that are made
 */
public record BalanceStudy(TableRows training, TableRows heldOut, TableColumn target, double share, List<Long> seeds) {
    /** The added rows of all seeds without which no number means anything. */
    private static final int FEWEST = 20;

    /** Copies the seeds. */
    public BalanceStudy {
        seeds = List.copyOf(seeds);
    }

    /** Makes rows of a class. */
    @FunctionalInterface
    public interface RowMaker {
        /**
         * Returns rows of a class, with a text for each column, empty if the value is missing.
         *
         * @param name the class
         */
        List<List<String>> rows(String name, int count, long seed);
    }

    /** Returns consecutive seeds. */
    public static List<Long> seeds(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    /**
     * Compares all ways of balancing.
     *
     * @param columns the columns of the rows that the GAN makes
     * @param gan makes rows of the GAN
     * @throws IllegalArgumentException if the target is no column of classes, its classes lack few rows or none, tables have too few rows or
     *     different columns, a value does not fit, or no held-out row is of the rarest class
     */
    public BalanceReport run(List<String> columns, RowMaker gan) {
        ClassBalance balance = ClassBalance.of(training, target, share);
        if (balance.total() == 0) {
            throw new IllegalArgumentException("no class of the column " + target.name() + " is smaller than " + share
                    + " of the largest, so there is nothing to compare; pass a larger share");
        }
        if ((long) balance.total() * seeds.size() < FEWEST) {
            throw new IllegalArgumentException("the classes of the column " + target.name() + " lack " + balance.total()
                    + (balance.total() == 1 ? " row" : " rows") + " for each of " + seeds.size()
                    + " seeds, and a comparison needs at least " + FEWEST
                    + " of all seeds; pass a larger share, or more seeds");
        }
        AlignedTables tables = AlignedTables.of(training, Optional.of(heldOut), made(balance, columns, gan));
        ValueTable real = tables.training();
        ValueTable test = tables.heldOut().orElseThrow();
        TargetTest judged = new TargetTest(real, test, requireChoices(real), balance.rarest());
        ChoiceValues truth = classes(test);
        int rare = truth.words().indexOf(balance.rarest());
        List<BalanceReport.Result> results = new ArrayList<>();
        results.add(new BalanceReport.Result(Balancing.MAJORITY, Optional.empty(), List.of(judged.majority())));
        for (Judge judge : Judge.values()) {
            results.add(result(judge, Balancing.NONE, seed -> judged.scores(judge, real, seed)));
            results.add(result(
                    judge, Balancing.REPEATED, seed -> judged.scores(judge, repeated(real, balance, seed), seed)));
            results.add(result(judge, Balancing.SMOTE, seed -> judged.scores(judge, smote(real, balance, seed), seed)));
            results.add(result(judge, Balancing.GAN, seed -> {
                ValueTable made = part(tables.synthetic(), seeds.indexOf(seed), balance.total());
                return judged.scores(judge, real.and(made), seed);
            }));
        }
        return new BalanceReport(
                new BalanceReport.Setting(
                        target.name(),
                        balance,
                        test.count(),
                        (int) Arrays.stream(truth.codes())
                                .filter(code -> code == rare)
                                .count(),
                        tables.leftOut(),
                        seeds),
                results);
    }

    /** Measures a way of balancing with each seed. */
    private BalanceReport.Result result(Judge judge, Balancing balancing, Function<Long, TargetScores> of) {
        return new BalanceReport.Result(
                balancing, Optional.of(judge), seeds.stream().map(of).toList());
    }

    private String requireChoices(ValueTable real) {
        if (real.columns().stream()
                .noneMatch(column -> column.name().equals(target.name()) && column instanceof ChoiceValues)) {
            throw new IllegalArgumentException("the column " + target.name()
                    + " of the training rows does not hold choices, so no judge can learn it; name another column");
        }
        if (real.columns().size() == 1) {
            throw new IllegalArgumentException("the column " + target.name()
                    + " is the only one that is compared, so there is nothing to learn it from; pass more columns");
        }
        return target.name();
    }

    private ChoiceValues classes(ValueTable table) {
        List<String> names = table.columns().stream().map(ColumnValues::name).toList();
        return (ChoiceValues) table.columns().get(names.indexOf(target.name()));
    }

    /** Returns the rows of the GAN, those of each seed one after the other. */
    private TableRows made(ClassBalance balance, List<String> columns, RowMaker gan) {
        List<List<String>> all = new ArrayList<>();
        for (long seed : seeds) {
            lacking(balance).forEach((name, count) -> all.addAll(gan.rows(name, count, seed)));
        }
        return new Made(columns, all);
    }

    private static Map<String, Integer> lacking(ClassBalance balance) {
        Map<String, Integer> lacking = new LinkedHashMap<>(balance.added());
        lacking.values().removeIf(count -> count == 0);
        return lacking;
    }

    private record Made(List<String> columns, List<List<String>> all) implements TableRows {
        @Override
        public void forEach(Consumer<List<String>> row) {
            all.forEach(row);
        }
    }

    private static ValueTable part(ValueTable table, int number, int size) {
        return table.of(IntStream.range(number * size, (number + 1) * size).toArray());
    }

    /** Returns the real rows, then rows of SMOTE. */
    private ValueTable smote(ValueTable real, ClassBalance balance, long seed) {
        ValueTable all = real;
        for (Map.Entry<String, Integer> each : lacking(balance).entrySet()) {
            Smote smote = Smote.of(real, real.of(rows(real, each.getKey())));
            all = all.and(smote.rows(each.getValue(), new Draw(seed, "smote/" + each.getKey())));
        }
        return all;
    }

    /** Returns the real rows, then some of them again: each row of a class in turn, in random order. */
    private ValueTable repeated(ValueTable real, ClassBalance balance, long seed) {
        ValueTable all = real;
        for (Map.Entry<String, Integer> each : lacking(balance).entrySet()) {
            int[] own = rows(real, each.getKey());
            int[] order = new Draw(seed, "repeated/" + each.getKey()).different(own.length, own.length);
            all = all.and(real.of(IntStream.range(0, each.getValue())
                    .map(i -> own[order[i % own.length]])
                    .toArray()));
        }
        return all;
    }

    private int[] rows(ValueTable real, String name) {
        ChoiceValues classes = classes(real);
        int code = classes.words().indexOf(name);
        return IntStream.range(0, real.count())
                .filter(row -> classes.codes()[row] == code)
                .toArray();
    }
}
