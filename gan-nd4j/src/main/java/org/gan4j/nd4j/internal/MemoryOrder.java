package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gan4j.tensor.engine.Schedule.Value;

/**
 * The order of a section's nodes: as written, or a frugal one, whichever has the smaller peak. A critic's loss on real
 * samples and on fakes is written as one sum; in the frugal order the backward pass through the real samples ends
 * before the one through the fakes begins.
 *
 * <p>The frugal order always takes the node that frees most; among equals, the one that continues with the most
 * recently computed values. Memory that a node allocates counts a quarter: weight gradients must be computed at some
 * point, and postponing them would delay the backward pass that frees so much.
 */
final class MemoryOrder {
    private static final double WEIGHT_OF_MADE = 0.25;

    private final List<Node> nodes;
    private final Predicate<Value> outlives;
    /** The nodes that must run before a node. */
    private final Map<Node, Set<Node>> before = new HashMap<>();

    private final Map<Value, Integer> readers = new HashMap<>();
    /** The number of elements that a node adds to memory. */
    private final Map<Node, Long> made = new HashMap<>();

    /**
     * @param nodes in a possible order, those for assignments at the end
     * @param isStored whether memory holds a value
     * @param outlives whether its memory is needed after these nodes
     */
    MemoryOrder(List<Node> nodes, Predicate<Value> isStored, Predicate<Value> outlives) {
        this.nodes = nodes;
        this.outlives = outlives;
        Map<Value, Node> makers = new HashMap<>();
        for (Node node : nodes) {
            long size = 0;
            for (Value member : node.members) {
                makers.put(member, node);
                size += isStored.test(member) ? member.shape().size() : 0;
            }
            made.put(node, size);
            Set<Node> read = new LinkedHashSet<>();
            for (Value value : node.reads) {
                readers.merge(value, 1, Integer::sum);
                if (makers.containsKey(value)) {
                    read.add(makers.get(value));
                }
            }
            before.put(node, read);
        }
    }

    List<Node> best() {
        Trial written = new Trial();
        nodes.forEach(written::run);
        Trial frugal = new Trial();
        frugal.runAll();
        return frugal.peak < written.peak ? frugal.order : nodes;
    }

    /** A simulation of an order that counts the elements in memory. */
    private final class Trial {
        final List<Node> order = new ArrayList<>();
        long peak;
        private long held;
        private final Map<Value, Integer> unread = new HashMap<>(readers);
        private final Map<Node, Integer> times = new HashMap<>();

        void run(Node node) {
            long more = made.get(node) - freed(node);
            boolean overwrites = Loops.compute(node.members.get(0));
            peak = Math.max(peak, held + (overwrites ? Math.max(more, 0) : made.get(node) + Kernels.scratch(node)));
            held += more;
            node.reads.forEach(read -> unread.merge(read, -1, Integer::sum));
            times.put(node, order.size());
            order.add(node);
        }

        void runAll() {
            Map<Node, Set<Node>> next = new HashMap<>();
            Map<Node, Integer> waitsFor = new HashMap<>();
            Set<Node> ready = new LinkedHashSet<>();
            for (Node node : nodes) {
                for (Node maker : before.get(node)) {
                    next.computeIfAbsent(maker, any -> new LinkedHashSet<>()).add(node);
                }
                waitsFor.put(node, before.get(node).size());
                if (before.get(node).isEmpty()) {
                    ready.add(node);
                }
            }
            while (!ready.isEmpty()) {
                Node node = preferred(ready);
                ready.remove(node);
                run(node);
                for (Node reader : next.getOrDefault(node, Set.of())) {
                    if (waitsFor.merge(reader, -1, Integer::sum) == 0) {
                        ready.add(reader);
                    }
                }
            }
        }

        private Node preferred(Set<Node> ready) {
            Node best = null;
            double least = 0;
            for (Node node : ready) {
                double cost = WEIGHT_OF_MADE * made.get(node) - freed(node);
                if (best == null || isBefore(node, cost, best, least)) {
                    best = node;
                    least = cost;
                }
            }
            return best;
        }

        private boolean isBefore(Node node, double cost, Node other, double costOfOther) {
            if (node.update != other.update) {
                return other.update;
            }
            if (cost != costOfOther) {
                return cost < costOfOther;
            }
            int later = Integer.compare(since(node), since(other));
            return later > 0 || (later == 0 && node.last() < other.last());
        }

        /** Returns the time at which the last input of a node was computed, or -1 if it reads none of these nodes. */
        private int since(Node node) {
            int since = -1;
            for (Node maker : before.get(node)) {
                since = Math.max(since, times.get(maker));
            }
            return since;
        }

        /** Returns the number of elements that no later node reads. */
        private long freed(Node node) {
            long freed = 0;
            for (Value read : node.reads) {
                boolean last = unread.get(read) == 1 && !outlives.test(read);
                freed += last ? read.shape().size() : 0;
            }
            return freed;
        }
    }
}
