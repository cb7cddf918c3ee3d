package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Schedule.Section;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.Leaf;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.VariableLeaf;

/**
 * Compiler from a schedule to kernels on planned memory. Time is counted in ticks: one for each node, one for reading a
 * section's outputs, one for its assignments. A value's memory is free for others after the last tick that reads it.
 */
final class Compiler {
    private final Schedule schedule;
    private final Uses uses;
    private final Map<Variable, Place> variables;
    private final Workers workers;
    private final Place[] places;
    private final int[] lastTick;
    private final Map<Value, MemoryPlan.Claim> claims = new HashMap<>();
    private final Map<Node, MemoryPlan.Claim> scratch = new HashMap<>();

    private final MemoryPlan plan = new MemoryPlan();
    /** Memory of constants and inputs, which is never reused. */
    private final MemoryPlan fixed = new MemoryPlan();

    private final List<List<Node>> nodes = new ArrayList<>();
    private final List<Map<Value, Variable>> direct = new ArrayList<>();
    private final Set<Value> readByOthers = new HashSet<>();
    /** Values whose operations a row already counts. */
    private final Set<Value> counted = new HashSet<>();

    Compiler(Schedule schedule, Map<Variable, Place> variables, Workers workers) {
        this.schedule = schedule;
        this.uses = new Uses(schedule);
        this.variables = variables;
        this.workers = workers;
        this.places = new Place[schedule.values().size()];
        this.lastTick = new int[places.length];
    }

    Nd4jProgram compile(Nd4jSession session) {
        cutIntoNodes();
        orderNodes();
        placeLeaves();
        countTicks();
        try {
            planMemory();
        } catch (OutOfMemoryError refused) {
            fixed.close();
            throw refused;
        }
        List<Nd4jProgram.Part> parts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            parts.add(part(i));
        }
        Map<String, Place> inputs = new LinkedHashMap<>();
        for (Value value : schedule.values()) {
            if (value.op() instanceof InputLeaf input) {
                inputs.put(input.name(), places[value.id()]);
            }
        }
        return new Nd4jProgram(session, schedule, inputs, parts, List.of(plan, fixed));
    }

    private void cutIntoNodes() {
        for (Section section : schedule.sections()) {
            nodes.add(Fusion.of(section, uses));
        }
        Recomputation.apply(schedule, uses, nodes);
        nodes.forEach(some -> some.forEach(node -> readByOthers.addAll(node.reads)));
    }

    private void orderNodes() {
        Set<Value> readLater = new HashSet<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            List<Node> some = nodes.get(i);
            Predicate<Value> outlives =
                    value -> value.op() instanceof Leaf || uses.isKept(value) || readLater.contains(value);
            nodes.set(i, new MemoryOrder(some, this::isStored, outlives).best());
            some.forEach(node -> readLater.addAll(node.reads));
        }
        for (int i = 0; i < nodes.size(); i++) {
            direct.add(DirectWrites.of(schedule.sections().get(i), nodes.get(i)));
        }
    }

    private void placeLeaves() {
        Map<Value, MemoryPlan.Claim> held = new LinkedHashMap<>();
        for (Value value : schedule.values()) {
            if (value.op() instanceof VariableLeaf leaf) {
                places[value.id()] = variables.get(leaf.variable());
            } else if (value.op() instanceof Leaf && Place.isNative(value.dtype())) {
                held.put(value, fixed.claim(value.shape().size()));
            } else if (value.op() instanceof Leaf) {
                places[value.id()] = Place.ofDoubles(value.dtype(), value.shape());
            }
        }
        fixed.allocate();
        held.forEach(
                (value, claim) -> places[value.id()] = Place.in(fixed.region(claim), value.dtype(), value.shape()));
        for (Value value : schedule.values()) {
            if (value.op() instanceof Constant constant) {
                places[value.id()].set(constant.data());
            }
        }
    }

    private void countTicks() {
        int tick = 0;
        for (int i = 0; i < nodes.size(); i++) {
            Section section = schedule.sections().get(i);
            boolean outputsRead = false;
            for (Node node : nodes.get(i)) {
                if (node.update && !outputsRead) {
                    outputsRead = true;
                    touch(section.outputs().values(), tick++);
                }
                touch(node.members, tick);
                touch(node.reads, tick++);
            }
            if (!outputsRead) {
                touch(section.outputs().values(), tick++);
            }
            touch(section.assignments().values(), tick++);
        }
    }

    private void touch(Iterable<Value> values, int tick) {
        for (Value value : values) {
            lastTick[Source.root(value).id()] = tick;
        }
    }

    private void planMemory() {
        int tick = 0;
        for (int i = 0; i < nodes.size(); i++) {
            boolean outputsRead = false;
            for (Node node : nodes.get(i)) {
                if (node.update && !outputsRead) {
                    outputsRead = true;
                    tick++;
                }
                claim(node, direct.get(i), tick++);
            }
            tick += outputsRead ? 1 : 2;
        }
        plan.allocate();
    }

    private void claim(Node node, Map<Value, Variable> written, int tick) {
        Deque<Value> dying = Overwriting.candidates(node, value -> claims.containsKey(value) && endsAt(value, tick));
        for (Value member : node.members) {
            if (isStored(member) && Place.isNative(member.dtype()) && !written.containsKey(member)) {
                int last = lastTick[member.id()];
                MemoryPlan.Claim claim =
                        dying.isEmpty() ? plan.claim(member.shape().size(), tick, last) : claims.get(dying.poll());
                claim.extend(last);
                claims.put(member, claim);
            }
        }
        int floats = Kernels.scratch(node);
        if (floats > 0) {
            scratch.put(node, plan.claim(floats, tick, tick));
        }
    }

    private boolean endsAt(Value value, int tick) {
        return lastTick[value.id()] == tick;
    }

    private boolean isStored(Value value) {
        return uses.isKept(value) || !Loops.compute(value) || readByOthers.contains(value);
    }

    private Nd4jProgram.Part part(int at) {
        Section section = schedule.sections().get(at);
        for (Node node : nodes.get(at)) {
            for (Value member : node.members) {
                places[member.id()] = place(member, direct.get(at));
            }
        }
        String stage = section.stage().name();
        List<Step> main = new ArrayList<>();
        List<Step> updates = new ArrayList<>();
        for (Node node : nodes.get(at)) {
            Kernel kernel = kernel(node);
            Step step =
                    new Step(kernel, Rows.of(stage, node, kernel, value -> places[value.id()] != null, counted::add));
            (node.update ? updates : main).add(step);
        }
        Map<String, Place> outputs = new LinkedHashMap<>();
        section.outputs().forEach((name, value) -> outputs.put(name, view(value)));
        List<Assignments.Assignment> assignments = new ArrayList<>();
        List<Value> copied = new ArrayList<>();
        Set<Place> targets = new HashSet<>();
        section.assignments().keySet().forEach(variable -> targets.add(variables.get(variable)));
        section.assignments().forEach((variable, value) -> {
            Value root = Source.root(value);
            if (direct.get(at).get(root) != variable) {
                Place from = places[root.id()];
                boolean overwritten = root.op() instanceof VariableLeaf && targets.contains(from);
                assignments.add(new Assignments.Assignment(variables.get(variable), from, overwritten));
                copied.add(root);
            }
        });
        if (!assignments.isEmpty()) {
            Kernel kernel = new Assignments(assignments);
            updates.add(new Step(kernel, Rows.copies(stage, "assign", copied, kernel.name())));
        }
        return new Nd4jProgram.Part(section, main, outputs, updates);
    }

    private Place place(Value value, Map<Value, Variable> written) {
        if (!Place.isNative(value.dtype())) {
            return Place.ofDoubles(value.dtype(), value.shape());
        }
        if (written.containsKey(value)) {
            return Place.in(variables.get(written.get(value)).region(), value.dtype(), value.shape());
        }
        MemoryPlan.Claim claim = claims.get(value);
        return claim == null ? null : Place.in(plan.region(claim), value.dtype(), value.shape());
    }

    /** Returns a value's elements under its own shape, wherever they are stored. */
    private Place view(Value value) {
        Place place = places[Source.root(value).id()];
        return place.as(value.shape());
    }

    private Kernel kernel(Node node) {
        Value first = node.members.get(0);
        if (Loops.compute(first)) {
            return new GroupCompiler(node.computed(), this::region).kernel(workers);
        }
        if (node.members.size() == 2) {
            return GradientPair.of(node).kernel(this::region);
        }
        List<Place> inputs = first.inputs().stream()
                .map(input -> places[Source.root(input).id()])
                .toList();
        MemoryPlan.Claim claim = scratch.get(node);
        Region between = claim == null ? null : plan.region(claim);
        if (first.op() instanceof Reduce reduce && !node.again.isEmpty()) {
            Blocks x = new GroupCompiler(List.copyOf(node.again), this::region).blocks();
            Shape shape = first.inputs().get(0).shape();
            return Reductions.of(reduce, shape, x, places[first.id()].region(), between, workers);
        }
        return Kernels.of(first, inputs, places[first.id()], between, workers);
    }

    private Region region(Value value) {
        Place place = places[value.id()];
        return place == null ? null : place.region();
    }
}
