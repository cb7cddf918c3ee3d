package org.gan4j.tensor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.op.Identity;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.VariableLeaf;

/**
 * A graph in the order in which an engine computes it. Equal computations are one {@link Value}, also across stages: an
 * assigned variable becomes a new value, so its dependents are computed again and everything else is reused. Values
 * that depend on constants alone are computed here, once. Ops without effect, such as a product with 1, and unused
 * values are left out.
 */
public final class Schedule {

    /**
     * A value that is computed once.
     *
     * @param id its index in {@link Schedule#values()}
     * @param version for a variable, the number of assignments before this value; else 0
     */
    public record Value(int id, Op op, List<Value> inputs, Shape shape, DType dtype, int version) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return id;
        }

        @Override
        public String toString() {
            return "%" + id + " = " + op.label() + " " + dtype + shape;
        }
    }

    /**
     * One stage.
     *
     * @param fresh the values that are first needed here, in the order to compute them
     * @param outputs the values to be read, before the assignments
     * @param assignments the values to be assigned at the end
     */
    public record Section(
            Stage stage, List<Value> fresh, Map<String, Value> outputs, Map<Variable, Value> assignments) {}

    private final List<Section> sections;
    private final List<Value> values;
    private final ValueTable table = new ValueTable();
    private final Simplification simplification = new Simplification(table);
    private final Map<Variable, Integer> versions = new LinkedHashMap<>();
    private final Map<String, Variable> names = new HashMap<>();
    private final Map<String, InputLeaf> inputs = new TreeMap<>();

    /**
     * Schedules a graph.
     *
     * @throws IllegalArgumentException if two different variables or two different inputs have the same name
     */
    public Schedule(Graph graph) {
        List<Section> asWritten = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            asWritten.add(section(stage));
        }
        LiveValues live = new LiveValues(table.size());
        this.sections = live.of(asWritten);
        this.values = live.values();
    }

    public List<Section> sections() {
        return sections;
    }

    /** Returns all values, each after its inputs. */
    public List<Value> values() {
        return values;
    }

    /** Returns every variable that is read or assigned, sorted by name. */
    public List<Variable> variables() {
        return versions.keySet().stream()
                .sorted(Comparator.comparing(Variable::name))
                .toList();
    }

    /** Returns the inputs that must be fed, by name. */
    public Map<String, InputLeaf> inputs() {
        return inputs;
    }

    /**
     * Validates the values that are fed.
     *
     * @throws IllegalArgumentException if one is missing, unknown or of another shape or type
     */
    public void check(Map<String, TensorData> feeds) {
        for (InputLeaf input : inputs.values()) {
            TensorData fed = feeds.get(input.name());
            String wanted = input.type() + " " + input.fed();
            if (fed == null) {
                throw new IllegalArgumentException("input " + input.name() + " (" + wanted
                        + ") was not fed; the values fed are " + new TreeMap<>(feeds).keySet());
            }
            if (fed.dtype() != input.type() || !fed.shape().equals(input.fed())) {
                throw new IllegalArgumentException("input " + input.name() + " must be " + wanted + "; it was fed "
                        + fed.dtype() + " " + fed.shape());
            }
        }
        for (String name : feeds.keySet()) {
            if (!inputs.containsKey(name)) {
                throw new IllegalArgumentException("unknown input " + name + "; the inputs are " + inputs.keySet());
            }
        }
    }

    private Section section(Stage stage) {
        int before = table.size();
        Map<Tensor, Value> lowered = new IdentityHashMap<>();
        for (Tensor node : Traversal.order(stage.roots())) {
            lowered.put(node, lower(node, lowered));
        }
        Map<String, Value> outputs = new LinkedHashMap<>();
        stage.outputs().forEach((name, tensor) -> outputs.put(name, lowered.get(tensor)));
        Map<Variable, Value> assignments = new LinkedHashMap<>();
        stage.assignments().forEach((variable, tensor) -> assignments.put(variable, lowered.get(tensor)));
        assignments.keySet().forEach(variable -> versions.put(variable, version(variable) + 1));
        return new Section(stage, List.copyOf(table.from(before)), outputs, assignments);
    }

    /** The number of assignments to a variable so far. */
    private int version(Variable variable) {
        Variable other = names.putIfAbsent(variable.name(), variable);
        if (other != null && !other.equals(variable)) {
            throw new IllegalArgumentException(
                    "two different variables are called " + variable.name() + ": " + other + " and " + variable);
        }
        return versions.computeIfAbsent(variable, any -> 0);
    }

    private Value lower(Tensor node, Map<Tensor, Value> lowered) {
        List<Value> from = node.inputs().stream().map(lowered::get).toList();
        if (node.op() instanceof Identity) {
            return from.get(0);
        }
        if (node.op() instanceof InputLeaf input) {
            InputLeaf other = inputs.put(input.name(), input);
            if (other != null && !other.equals(input)) {
                throw new IllegalArgumentException("two different inputs are called " + input.name() + ": "
                        + other.type() + " " + other.fed() + " and " + input.type() + " " + input.fed());
            }
        }
        return node.op() instanceof VariableLeaf leaf
                ? table.of(leaf, from, node.shape(), node.dtype(), version(leaf.variable()))
                : simplification.of(node.op(), from, node.shape(), node.dtype());
    }
}
