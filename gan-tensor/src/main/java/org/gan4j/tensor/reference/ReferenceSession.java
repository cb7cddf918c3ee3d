package org.gan4j.tensor.reference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Session;

/** A session that keeps variables in a map. */
final class ReferenceSession implements Session {
    private final Map<Variable, TensorData> variables = new LinkedHashMap<>();
    private boolean closed;

    @Override
    public Program compile(Graph graph) {
        requireOpen();
        Schedule schedule = new Schedule(graph);
        schedule.variables().forEach(this::get);
        return new ReferenceProgram(this, schedule);
    }

    @Override
    public TensorData get(Variable variable) {
        requireOpen();
        // not computeIfAbsent, which forbids changes of the map while the initial value is evaluated
        TensorData value = variables.get(variable);
        if (value == null) {
            value = ReferenceEngine.evaluate(List.of(variable.initial())).get(0);
            variables.put(variable, value);
        }
        return value;
    }

    @Override
    public void set(Variable variable, TensorData value) {
        requireOpen();
        Session.requireFit(variable, value);
        variables.put(variable, value);
    }

    @Override
    public Collection<Variable> variables() {
        requireOpen();
        return List.copyOf(variables.keySet());
    }

    @Override
    public void close() {
        closed = true;
        variables.clear();
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session is closed: its variables and programs are gone");
        }
    }
}
