package org.gan4j.tensor.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Schedule.Section;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.VariableLeaf;

/** A program that computes each value of a schedule in turn. */
final class ReferenceProgram implements Program {
    private final ReferenceSession session;
    private final Schedule schedule;
    private final MeasuredValues measured;
    private boolean closed;

    ReferenceProgram(ReferenceSession session, Schedule schedule) {
        this.session = session;
        this.schedule = schedule;
        this.measured = new MeasuredValues(schedule);
    }

    @Override
    public RunResult run(Map<String, TensorData> feeds) {
        session.requireOpen();
        if (closed) {
            throw new IllegalStateException("this program is closed");
        }
        schedule.check(feeds);
        measured.start();
        double[][] computed = new double[schedule.values().size()][];
        Map<String, TensorData> outputs = new LinkedHashMap<>();
        for (Section section : schedule.sections()) {
            for (Value value : section.fresh()) {
                computed[value.id()] = compute(value, feeds, computed);
                measured.computed(value);
            }
            section.outputs().forEach((name, value) -> outputs.put(name, data(value, computed)));
            for (String guard : section.stage().guards()) {
                Optional<RunResult.NonFinite> bad = notFinite(section, guard, outputs.get(guard));
                if (bad.isPresent()) {
                    return new RunResult(outputs, bad);
                }
            }
            section.assignments().forEach((variable, value) -> session.set(variable, data(value, computed)));
        }
        return new RunResult(outputs, Optional.empty());
    }

    @Override
    public Explanation explain() {
        return measured.explain();
    }

    private double[] compute(Value value, Map<String, TensorData> feeds, double[][] computed) {
        if (value.op() instanceof Constant constant) {
            return constant.data().toDoubles();
        }
        if (value.op() instanceof InputLeaf input) {
            return feeds.get(input.name()).toDoubles();
        }
        if (value.op() instanceof VariableLeaf leaf) {
            return session.get(leaf.variable()).toDoubles();
        }
        List<Operand> operands = value.inputs().stream()
                .map(input -> new Operand(input.shape(), computed[input.id()]))
                .toList();
        return ReferenceKernels.compute(value.op(), operands, value.shape(), value.dtype());
    }

    private static TensorData data(Value value, double[][] computed) {
        return TensorData.of(value.dtype(), computed[value.id()], value.shape());
    }

    private static Optional<RunResult.NonFinite> notFinite(Section section, String output, TensorData data) {
        for (int i = 0; i < data.shape().size(); i++) {
            if (!Double.isFinite(data.get(i))) {
                return Optional.of(new RunResult.NonFinite(section.stage().name(), output, data.get(i)));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }
}
