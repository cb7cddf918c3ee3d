package org.gan4j.nd4j.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.gan4j.tensor.engine.Schedule.Section;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Leaf;

/**
 * Division of a section into nodes. An elementwise value joins the groups that compute its inputs, unless that would
 * create a cycle: a group that depends on a node that depends on the group.
 */
final class Fusion {
    private static final int MOST_MEMBERS = 200;

    private final Map<Value, Node> nodes = new HashMap<>();
    private final Uses uses;
    private int search;

    private Fusion(Uses uses) {
        this.uses = uses;
    }

    /** Returns the nodes of a section in execution order; nodes that only assignments need come last. */
    static List<Node> of(Section section, Uses uses) {
        Fusion fusion = new Fusion(uses);
        Set<Value> updates = uses.onlyForAssignments(section);
        for (Value value : section.fresh()) {
            fusion.add(value, updates.contains(value));
        }
        fusion.pairGradients(section.fresh());
        return fusion.ordered();
    }

    private void add(Value value, boolean update) {
        if (value.op() instanceof Leaf || Source.isAlias(value) || !uses.isComputed(value)) {
            return;
        }
        Set<Value> reads = new LinkedHashSet<>();
        if (!Loops.compute(value)) {
            value.inputs().forEach(input -> reads.add(Source.root(input)));
            nodes.put(value, new Node(value, reads, update));
            return;
        }
        List<Source> sources = Source.of(value);
        sources.forEach(source -> reads.add(source.value()));
        Node node = new Node(value, reads, update);
        nodes.put(value, node);
        for (Source source : sources) {
            Node other = nodeOf(source.value());
            if (source.kind() == Source.Kind.SAME && other != null && Loops.compute(source.value())) {
                node = tryMerge(other, node);
            }
        }
    }

    private void pairGradients(List<Value> values) {
        Set<Value> taken = new HashSet<>();
        for (Value value : values) {
            if (!nodes.containsKey(value) || !GradientPair.seeks(value)) {
                continue;
            }
            for (Value other : values) {
                boolean fits = nodes.containsKey(other) && !taken.contains(other) && GradientPair.fits(value, other);
                if (fits && tryMerge(nodeOf(other), nodeOf(value)) == nodeOf(other)) {
                    taken.add(other);
                    break;
                }
            }
        }
    }

    private Node nodeOf(Value value) {
        Node node = nodes.get(value);
        return node == null ? null : node.current();
    }

    private Node tryMerge(Node group, Node node) {
        boolean fits = group != node
                && group.update == node.update
                && group.members.size() + node.members.size() <= MOST_MEMBERS
                && !formCycle(group, node);
        if (!fits) {
            return node;
        }
        group.merge(node);
        return group;
    }

    /** Returns whether merging creates a cycle: one of the two needs an outside node that needs one of them. */
    private boolean formCycle(Node a, Node b) {
        search++;
        Deque<Node> open = new ArrayDeque<>();
        for (Node inside : List.of(a, b)) {
            for (Value read : inside.reads) {
                Node node = nodeOf(read);
                if (node != null && node != a && node != b && node.visited != search) {
                    node.visited = search;
                    open.push(node);
                }
            }
        }
        while (!open.isEmpty()) {
            for (Value read : open.pop().reads) {
                Node node = nodeOf(read);
                if (node == a || node == b) {
                    return true;
                }
                if (node != null && node.visited != search) {
                    node.visited = search;
                    open.push(node);
                }
            }
        }
        return false;
    }

    /** Returns each node after those whose values it reads, otherwise in the order in which the values were defined. */
    private List<Node> ordered() {
        Set<Node> all = new LinkedHashSet<>();
        nodes.values().forEach(node -> all.add(node.current()));
        Map<Node, Integer> waiting = new HashMap<>();
        Map<Node, List<Node>> readers = new HashMap<>();
        for (Node node : all) {
            node.members.sort(Comparator.comparingInt(Value::id));
            Set<Node> inputs = new HashSet<>();
            for (Value read : node.reads) {
                Node input = nodeOf(read);
                if (input != null && input != node && inputs.add(input)) {
                    readers.computeIfAbsent(input, any -> new ArrayList<>()).add(node);
                }
            }
            waiting.put(node, inputs.size());
        }
        PriorityQueue<Node> ready = new PriorityQueue<>(
                Comparator.<Node, Boolean>comparing(node -> node.update).thenComparingInt(Node::last));
        waiting.forEach((node, count) -> {
            if (count == 0) {
                ready.add(node);
            }
        });
        List<Node> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Node node = ready.poll();
            order.add(node);
            for (Node reader : readers.getOrDefault(node, List.of())) {
                if (waiting.merge(reader, -1, Integer::sum) == 0) {
                    ready.add(reader);
                }
            }
        }
        return order;
    }
}
