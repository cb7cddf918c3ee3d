package org.gan4j.tensor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gan4j.tensor.Shape;

/**
 * What a compiled program does, kernel by kernel, and what that costs: where a round's time goes, and what a penalty
 * adds to it. {@link #toString()} is a table, the most expensive kernels first, with a line for each stage.
 *
 * @param rows what is run, in the order of running
 * @param arenaBytes the memory that the program keeps for values on the way, inputs and constants
 * @param variableBytes the memory of the variables that the program uses
 */
public record Explanation(List<Row> rows, long arenaBytes, long variableBytes) {
    private static final int ROWS = 20;

    public Explanation {
        rows = List.copyOf(rows);
    }

    /**
     * A kernel.
     *
     * @param stage the name of the stage that it belongs to
     * @param ops what it computes: one op, or several that were fused
     * @param shape of its result, or of the last one
     * @param kernel what computes it
     * @param bytes how many are read and written, not counting what stays within the kernel
     * @param flops how many floating-point operations the ops are by definition, see {@link CostModel}
     * @param nanoseconds how long it took in the last run, if that came so far
     */
    public record Row(
            String stage,
            List<String> ops,
            Shape shape,
            String kernel,
            long bytes,
            long flops,
            OptionalLong nanoseconds) {
        public Row {
            ops = List.copyOf(ops);
        }

        /** A kernel that did not run yet. */
        public Row(String stage, List<String> ops, Shape shape, String kernel, long bytes, long flops) {
            this(stage, ops, shape, kernel, bytes, flops, OptionalLong.empty());
        }

        /** The same row after a run; a negative time says that the run ended before it. */
        public Row took(long elapsed) {
            OptionalLong time = elapsed < 0 ? OptionalLong.empty() : OptionalLong.of(elapsed);
            return new Row(stage, ops, shape, kernel, bytes, flops, time);
        }
    }

    /**
     * Several kernels together.
     *
     * @param nanoseconds how long those took that ran; empty if none did
     */
    public record Total(int kernels, long bytes, long flops, OptionalLong nanoseconds) {
        static Total of(List<Row> rows) {
            long bytes = 0;
            long flops = 0;
            long nanoseconds = 0;
            boolean ran = false;
            for (Row row : rows) {
                bytes += row.bytes;
                flops += row.flops;
                nanoseconds += row.nanoseconds.orElse(0);
                ran |= row.nanoseconds.isPresent();
            }
            return new Total(rows.size(), bytes, flops, ran ? OptionalLong.of(nanoseconds) : OptionalLong.empty());
        }

        /** Billions of floating-point operations a second; 0 before any run. */
        public double gigaflopsPerSecond() {
            long time = nanoseconds.orElse(0);
            return time == 0 ? 0 : (double) flops / time;
        }
    }

    /** All kernels together. */
    public Total total() {
        return Total.of(rows);
    }

    /** The kernels of each stage together, in the order of the stages. */
    public Map<String, Total> stages() {
        Map<String, List<Row>> byStage = new LinkedHashMap<>();
        rows.forEach(row ->
                byStage.computeIfAbsent(row.stage, any -> new ArrayList<>()).add(row));
        Map<String, Total> totals = new LinkedHashMap<>();
        byStage.forEach((stage, its) -> totals.put(stage, Total.of(its)));
        return totals;
    }

    /** The rows with the one that took longest first; before any run, the one with the most operations. */
    public List<Row> mostExpensiveFirst() {
        return rows.stream()
                .sorted(Comparator.comparingLong((Row row) -> row.nanoseconds.orElse(-1))
                        .thenComparingLong(Row::flops)
                        .thenComparingLong(Row::bytes)
                        .reversed())
                .toList();
    }

    /** The table with at most so many kernels; the others are summed up in a line. */
    public String table(int most) {
        return new ExplanationTable(this, most).toString();
    }

    @Override
    public String toString() {
        return table(ROWS);
    }
}
