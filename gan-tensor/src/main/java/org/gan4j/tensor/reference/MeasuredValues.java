package org.gan4j.tensor.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.tensor.engine.CostModel;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Explanation.Row;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Schedule.Section;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Leaf;

/** The duration of each value in the last run. */
final class MeasuredValues {
    private final Schedule schedule;
    private final long[] nanoseconds;
    private long before;

    MeasuredValues(Schedule schedule) {
        this.schedule = schedule;
        this.nanoseconds = new long[schedule.values().size()];
        Arrays.fill(nanoseconds, -1);
    }

    void start() {
        Arrays.fill(nanoseconds, -1);
        before = System.nanoTime();
    }

    void computed(Value value) {
        long now = System.nanoTime();
        nanoseconds[value.id()] = now - before;
        before = now;
    }

    Explanation explain() {
        List<Row> rows = new ArrayList<>();
        long held = 0;
        for (Section section : schedule.sections()) {
            for (Value value : section.fresh()) {
                held += bytes(value);
                if (!(value.op() instanceof Leaf)) {
                    rows.add(row(section.stage().name(), value));
                }
            }
        }
        long variables = schedule.variables().stream()
                .mapToLong(variable -> (long) Double.BYTES * variable.shape().size())
                .sum();
        return new Explanation(rows, held, variables);
    }

    private Row row(String stage, Value value) {
        long bytes = bytes(value)
                + value.inputs().stream().mapToLong(MeasuredValues::bytes).sum();
        return new Row(stage, List.of(value.op().label()), value.shape(), "plain loop", bytes, CostModel.flops(value))
                .took(nanoseconds[value.id()]);
    }

    private static long bytes(Value value) {
        return (long) Double.BYTES * value.shape().size();
    }
}
