package org.gan4j.testkit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Schedule.Section;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.VariableLeaf;
import org.gan4j.tensor.reference.Operand;
import org.gan4j.tensor.reference.ReferenceKernels;

/**
 * An engine that rounds every FLOAT result, as a real one does, to show that the contract's tolerances can be met. It
 * may also spoil an op, to show that the contract notices.
 */
class RoundingEngine implements Engine {
    /** A change to the result of an op, to see whether tests notice. */
    interface Spoiler {
        double spoil(Op op, double value);
    }

    private final Spoiler spoiler;

    RoundingEngine() {
        this((op, value) -> value);
    }

    RoundingEngine(Spoiler spoiler) {
        this.spoiler = spoiler;
    }

    @Override
    public String name() {
        return "rounding";
    }

    @Override
    public String description() {
        return "the reference kernels with every FLOAT rounded";
    }

    @Override
    public Session open(SessionOptions options) {
        return new RoundingSession();
    }

    private final class RoundingSession implements Session {
        private final Map<Variable, TensorData> variables = new LinkedHashMap<>();
        private boolean closed;

        @Override
        public Program compile(Graph graph) {
            requireOpen(closed);
            Schedule schedule = new Schedule(graph);
            schedule.variables().forEach(this::get);
            return new RoundingProgram(this, schedule);
        }

        @Override
        public TensorData get(Variable variable) {
            requireOpen(closed);
            if (!variables.containsKey(variable)) {
                variables.put(variable, variable.initial().evaluate());
            }
            return variables.get(variable);
        }

        @Override
        public void set(Variable variable, TensorData value) {
            requireOpen(closed);
            Session.requireFit(variable, value);
            variables.put(variable, value);
        }

        @Override
        public Collection<Variable> variables() {
            requireOpen(closed);
            return List.copyOf(variables.keySet());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class RoundingProgram implements Program {
        private final RoundingSession session;
        private final Schedule schedule;
        private boolean closed;

        RoundingProgram(RoundingSession session, Schedule schedule) {
            this.session = session;
            this.schedule = schedule;
        }

        @Override
        public RunResult run(Map<String, TensorData> feeds) {
            requireOpen(closed || session.closed);
            schedule.check(feeds);
            TensorData[] computed = new TensorData[schedule.values().size()];
            Map<String, TensorData> outputs = new LinkedHashMap<>();
            for (Section section : schedule.sections()) {
                section.fresh().forEach(value -> computed[value.id()] = compute(value, feeds, computed));
                section.outputs().forEach((name, value) -> outputs.put(name, computed[value.id()]));
                for (String guard : section.stage().guards()) {
                    for (double element : outputs.get(guard).toDoubles()) {
                        if (!Double.isFinite(element)) {
                            return new RunResult(
                                    outputs,
                                    Optional.of(new RunResult.NonFinite(
                                            section.stage().name(), guard, element)));
                        }
                    }
                }
                section.assignments().forEach((variable, value) -> session.set(variable, computed[value.id()]));
            }
            return new RunResult(outputs, Optional.empty());
        }

        private TensorData compute(Value value, Map<String, TensorData> feeds, TensorData[] computed) {
            if (value.op() instanceof Constant constant) {
                return constant.data();
            }
            if (value.op() instanceof InputLeaf input) {
                return feeds.get(input.name());
            }
            if (value.op() instanceof VariableLeaf leaf) {
                return session.get(leaf.variable());
            }
            List<Operand> operands = value.inputs().stream()
                    .map(input -> new Operand(input.shape(), computed[input.id()].toDoubles()))
                    .toList();
            double[] result = ReferenceKernels.compute(value.op(), operands, value.shape(), value.dtype());
            for (int i = 0; i < result.length && value.dtype() != DType.BOOL; i++) {
                result[i] = spoiler.spoil(value.op(), result[i]);
            }
            return TensorData.of(value.dtype(), result, value.shape());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static void requireOpen(boolean closed) {
        if (closed) {
            throw new IllegalStateException("this is closed");
        }
    }
}
