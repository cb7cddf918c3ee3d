package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Explanation.Row;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Schedule.Section;

/** A program of kernels bound to memory, section by section. */
final class Nd4jProgram implements Program {
    /**
     * A section: its kernels, the outputs that are read after them, and the kernels that change the variables if all
     * guards pass.
     */
    record Part(Section section, List<Step> main, Map<String, Place> outputs, List<Step> updates) {}

    private final Nd4jSession session;
    private final Schedule schedule;
    private final Map<String, Place> inputs;
    private final List<Part> parts;
    private final List<MemoryPlan> memory;
    private boolean closed;

    Nd4jProgram(
            Nd4jSession session,
            Schedule schedule,
            Map<String, Place> inputs,
            List<Part> parts,
            List<MemoryPlan> memory) {
        this.session = session;
        this.schedule = schedule;
        this.inputs = inputs;
        this.parts = parts;
        this.memory = memory;
    }

    @Override
    public RunResult run(Map<String, TensorData> feeds) {
        session.requireOpen();
        if (closed) {
            throw new IllegalStateException("this program is closed and its memory released: compile the graph again");
        }
        schedule.check(feeds);
        forget();
        inputs.forEach((name, place) -> place.set(feeds.get(name)));
        Map<String, TensorData> outputs = new LinkedHashMap<>();
        for (Part part : parts) {
            run(part.main);
            part.outputs.forEach((name, place) -> outputs.put(name, place.toData()));
            for (String guard : part.section.stage().guards()) {
                Optional<RunResult.NonFinite> bad = notFinite(part, guard, outputs.get(guard));
                if (bad.isPresent()) {
                    return new RunResult(outputs, bad);
                }
            }
            run(part.updates);
        }
        return new RunResult(outputs, Optional.empty());
    }

    private static void run(List<Step> steps) {
        long time = System.nanoTime();
        for (Step step : steps) {
            time = step.run(time);
        }
    }

    private void forget() {
        for (Part part : parts) {
            part.main.forEach(Step::forget);
            part.updates.forEach(Step::forget);
        }
    }

    @Override
    public Explanation explain() {
        List<Row> rows = new ArrayList<>();
        for (Part part : parts) {
            part.main.forEach(step -> rows.add(step.row()));
            part.updates.forEach(step -> rows.add(step.row()));
        }
        long arena = memory.stream().mapToLong(MemoryPlan::bytes).sum();
        long variables = schedule.variables().stream().mapToLong(Rows::bytes).sum();
        return new Explanation(rows, arena, variables);
    }

    private static Optional<RunResult.NonFinite> notFinite(Part part, String output, TensorData data) {
        for (int i = 0; i < data.shape().size(); i++) {
            double value = data.get(i);
            if (!Double.isFinite(value)) {
                String stage = part.section.stage().name();
                return Optional.of(new RunResult.NonFinite(stage, output, value));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (Part part : parts) {
            part.main.forEach(Step::close);
            part.updates.forEach(Step::close);
        }
        memory.forEach(MemoryPlan::close);
        session.forget(this);
    }
}
