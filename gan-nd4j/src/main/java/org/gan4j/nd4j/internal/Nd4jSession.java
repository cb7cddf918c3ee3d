package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;
import org.gan4j.tensor.engine.Stage;

/**
 * A session that keeps variables in native memory, the programs that use them, and the threads that run these programs.
 */
public final class Nd4jSession implements Session {
    private final Map<Variable, Place> variables = new LinkedHashMap<>();
    private final List<NativeFloats> memory = new ArrayList<>();
    private final Set<Nd4jProgram> programs = new LinkedHashSet<>();
    private final Workers workers;
    private boolean closed;

    /** Opens a session and starts its threads. */
    public Nd4jSession(SessionOptions options) {
        this.workers = new Workers(options.threads());
    }

    @Override
    public Program compile(Graph graph) {
        requireOpen();
        Schedule schedule = new Schedule(graph);
        initialize(schedule.variables());
        Nd4jProgram program = new Compiler(schedule, variables, workers).compile(this);
        programs.add(program);
        return program;
    }

    /** Computes the initial values of all new variables in one run, directly in their memory: they may be large. */
    private void initialize(List<Variable> used) {
        List<Variable> fresh = used.stream()
                .filter(variable -> !variables.containsKey(variable))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Stage values = Stage.named("initial values");
        Stage stage = Stage.named("initialize");
        for (Variable variable : fresh) {
            values = values.output(variable.name(), variable.initial());
            stage = stage.assign(variable, variable.initial());
        }
        initialize(new Schedule(Graph.of(values)).variables()); // the variables that initial values depend on
        try {
            fresh.forEach(this::place);
            try (Program program = compile(Graph.of(stage))) {
                program.run(Map.of());
            }
        } catch (RuntimeException | Error failed) {
            fresh.forEach(variables::remove); // they never received values
            throw failed;
        }
    }

    private Place place(Variable variable) {
        Place place = variables.get(variable);
        if (place == null) {
            if (Place.isNative(variable.dtype())) {
                NativeFloats floats = new NativeFloats(variable.shape().size());
                memory.add(floats);
                place = Place.in(floats.whole(), variable.dtype(), variable.shape());
            } else {
                place = Place.ofDoubles(variable.dtype(), variable.shape());
            }
            variables.put(variable, place);
        }
        return place;
    }

    @Override
    public TensorData get(Variable variable) {
        requireOpen();
        initialize(List.of(variable));
        return variables.get(variable).toData();
    }

    @Override
    public void set(Variable variable, TensorData value) {
        requireOpen();
        Session.requireFit(variable, value);
        place(variable).set(value);
    }

    @Override
    public Collection<Variable> variables() {
        requireOpen();
        return List.copyOf(variables.keySet());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        List.copyOf(programs).forEach(Nd4jProgram::close);
        closed = true;
        workers.close();
        memory.forEach(NativeFloats::close);
        variables.clear();
    }

    void forget(Nd4jProgram program) {
        programs.remove(program);
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this session is closed: its variables and programs are gone");
        }
    }
}
