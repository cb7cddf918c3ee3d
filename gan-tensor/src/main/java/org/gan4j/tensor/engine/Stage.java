package org.gan4j.tensor.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A part of a graph whose assignments take effect together, at its end: everything within it sees the variables as they
 * were at its start. Immutable; the methods return extended copies.
 */
public final class Stage {
    private final String name;
    private final Map<String, Tensor> outputs;
    private final Set<String> guards;
    private final Map<Variable, Tensor> assignments;
    private final List<Tensor> ahead;

    private Stage(
            String name,
            Map<String, Tensor> outputs,
            Set<String> guards,
            Map<Variable, Tensor> assignments,
            List<Tensor> ahead) {
        this.name = name;
        this.ahead = ahead;
        this.outputs = outputs;
        this.guards = guards;
        this.assignments = assignments;
    }

    /** Creates an empty stage with the given name. */
    public static Stage named(String name) {
        return new Stage(name, Map.of(), Set.of(), Map.of(), List.of());
    }

    /**
     * Adds values that later stages read, to be computed in this one. The memory that only they need is free when the
     * stage ends. It changes no result: values that no later stage reads are not computed at all.
     */
    public Stage ahead(List<Tensor> values) {
        List<Tensor> more = new ArrayList<>(ahead);
        more.addAll(values);
        return new Stage(name, outputs, guards, assignments, List.copyOf(more));
    }

    /**
     * Adds a value to be read after the run.
     *
     * @throws IllegalArgumentException if the stage has an output of this name already
     */
    public Stage output(String output, Tensor value) {
        Map<String, Tensor> more = new LinkedHashMap<>(outputs);
        if (more.put(output, value) != null) {
            throw new IllegalArgumentException("stage " + name + " has two outputs named " + output);
        }
        return new Stage(name, more, guards, assignments, ahead);
    }

    /**
     * Adds a value to be read that must be finite. If it is not, the stage assigns nothing and the run ends.
     *
     * @throws IllegalArgumentException if the stage has an output of this name already
     */
    public Stage guarded(String output, Tensor value) {
        Stage with = output(output, value);
        Set<String> more = new LinkedHashSet<>(guards);
        more.add(output);
        return new Stage(name, with.outputs, more, assignments, ahead);
    }

    /**
     * Assigns a value to a variable, for the following stages and runs.
     *
     * @throws ShapeException if the shape or the element type differs
     * @throws IllegalArgumentException if the stage assigns this variable already
     */
    public Stage assign(Variable variable, Tensor value) {
        return assign(Map.of(variable, value));
    }

    /**
     * Assigns values to variables, for the following stages and runs.
     *
     * @throws ShapeException if a shape or an element type differs
     * @throws IllegalArgumentException if the stage assigns one of the variables already
     */
    public Stage assign(Map<Variable, Tensor> values) {
        Map<Variable, Tensor> more = new LinkedHashMap<>(assignments);
        values.forEach((variable, value) -> {
            if (!value.shape().equals(variable.shape()) || value.dtype() != variable.dtype()) {
                throw new ShapeException("variable " + variable.name() + " is " + variable.dtype() + " "
                        + variable.shape() + "; it cannot be assigned " + value.dtype() + " " + value.shape());
            }
            if (more.put(variable, value) != null) {
                throw new IllegalArgumentException("stage " + name + " assigns " + variable.name() + " twice");
            }
        });
        return new Stage(name, outputs, guards, more, ahead);
    }

    public String name() {
        return name;
    }

    public Map<String, Tensor> outputs() {
        return outputs;
    }

    /** Returns the names of the outputs that must be finite. */
    public Set<String> guards() {
        return guards;
    }

    public Map<Variable, Tensor> assignments() {
        return assignments;
    }

    /** The expressions that have to be computed. */
    List<Tensor> roots() {
        List<Tensor> roots = new ArrayList<>(ahead);
        roots.addAll(outputs.values());
        roots.addAll(assignments.values());
        return roots;
    }
}
