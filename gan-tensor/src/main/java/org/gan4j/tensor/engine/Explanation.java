package org.gan4j.tensor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gan4j.tensor.Shape;

/**
 * The kernels of a compiled program and their cost. It shows where the time of a step goes and what a penalty adds to
 * it. {@link #toString()} is a table with the most expensive kernels first and one line for each stage.
 *
 * @param rows the kernels, in the order in which they run
 * @param arenaBytes the memory that the program keeps for intermediate values, inputs and constants
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
     * @param ops the ops that it computes: one, or several that were fused
     * @param shape the shape of its result, or of the last result
     * @param kernel the implementation that computes it
     * @param bytes the number of bytes read and written, not counting those that stay within the kernel
     * @param flops the number of floating-point operations of the ops by definition, see {@link CostModel}
     * @param nanoseconds the duration in the last run; empty if it has not run
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

        /** Creates the row of a kernel that has not run yet. */
        public Row(String stage, List<String> ops, Shape shape, String kernel, long bytes, long flops) {
            this(stage, ops, shape, kernel, bytes, flops, OptionalLong.empty());
        }

        /**
         * Returns the same row with the duration of a run; a negative duration means that the run ended before this
         * kernel.
         */
        public Row took(long elapsed) {
            OptionalLong time = elapsed < 0 ? OptionalLong.empty() : OptionalLong.of(elapsed);
            return new Row(stage, ops, shape, kernel, bytes, flops, time);
        }
    }

    /**
     * The total of several kernels.
     *
     * @param kernels the number of kernels
     * @param bytes the number of bytes read and written
     * @param flops the number of floating-point operations
     * @param nanoseconds the duration of the kernels that ran; empty if none did
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

        /** Returns billions of floating-point operations per second; 0 before any run. */
        public double gigaflopsPerSecond() {
            long time = nanoseconds.orElse(0);
            return time == 0 ? 0 : (double) flops / time;
        }
    }

    /** Returns the total of all kernels. */
    public Total total() {
        return Total.of(rows);
    }

    /** Returns the total of each stage, in the order of the stages. */
    public Map<String, Total> stages() {
        Map<String, List<Row>> byStage = new LinkedHashMap<>();
        rows.forEach(row ->
                byStage.computeIfAbsent(row.stage, any -> new ArrayList<>()).add(row));
        Map<String, Total> totals = new LinkedHashMap<>();
        byStage.forEach((stage, its) -> totals.put(stage, Total.of(its)));
        return totals;
    }

    /** Returns the rows sorted by duration, the longest first; before any run, by the number of operations. */
    public List<Row> mostExpensiveFirst() {
        return rows.stream()
                .sorted(Comparator.comparingLong((Row row) -> row.nanoseconds.orElse(-1))
                        .thenComparingLong(Row::flops)
                        .thenComparingLong(Row::bytes)
                        .reversed())
                .toList();
    }

    /** Formats a table with at most {@code most} kernels; the others are summed in one line. */
    public String table(int most) {
        return new ExplanationTable(this, most).toString();
    }

    @Override
    public String toString() {
        return table(ROWS);
    }
}
