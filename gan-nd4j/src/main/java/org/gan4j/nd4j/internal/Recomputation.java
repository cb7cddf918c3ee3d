package org.gan4j.nd4j.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Leaf;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.VariableLeaf;

/**
 * Selection of the values that the groups and reductions that read them compute again, so that no node stores them:
 * those that take a few cheap operations from values that are stored anyway. In the backward pass of a normalized layer
 * these are the normalized values and the slopes of the activation; only the outputs of the convolution and the
 * activation remain in memory. Writing a value and reading it back takes as long as about ten operations on a block
 * that is in the cache.
 */
final class Recomputation {
    /** Most operations, plus operands that need stretching, that one value may take. */
    private static final int MOST_STEPS = 8;

    private final Uses uses;
    /** The node of each computed value. */
    private final Map<Value, Node> nodeOf = new HashMap<>();
    /** The position of each node in the execution order. */
    private final Map<Node, Integer> times = new HashMap<>();
    /** The last time at which a value's memory is needed. */
    private final Map<Value, Integer> lastNeeded = new HashMap<>();

    private final Set<Value> stored = new HashSet<>();

    private Recomputation(Uses uses, List<List<Node>> nodes) {
        this.uses = uses;
        for (List<Node> some : nodes) {
            for (Node node : some) {
                times.put(node, times.size());
                for (Value member : node.members) {
                    nodeOf.put(member, node);
                    lastNeeded.put(member, times.get(node));
                }
                node.reads.forEach(read -> lastNeeded.merge(read, times.get(node), Math::max));
            }
        }
    }

    /** Changes the nodes of all sections, which stay in their order; nodes with nothing left to compute are removed. */
    static void apply(Schedule schedule, Uses uses, List<List<Node>> nodes) {
        Recomputation recomputation = new Recomputation(uses, nodes);
        for (Value value : schedule.values()) {
            if (recomputation.nodeOf.containsKey(value)) {
                recomputation.decide(value);
            }
        }
        recomputation.prune(nodes);
    }

    private void decide(Value value) {
        Node own = nodeOf.get(value);
        List<Node> others = uses.readers(value).stream()
                .map(nodeOf::get)
                .filter(node -> node != own)
                .distinct()
                .toList();
        if (!Loops.compute(value) || isNeededInMemory(value)) {
            stored.add(value);
            return;
        }
        if (others.isEmpty()) {
            return;
        }
        Cone cone = new Cone();
        // updates change variables; readers before the updates see the same values
        boolean again = !own.update
                && cone.add(value)
                && (others.stream().noneMatch(other -> other.update)
                        || cone.sources.stream().noneMatch(this::mayChange))
                && (others.stream().allMatch(Recomputation::isReduction) || cone.holdsNoMore(value));
        if (!again) {
            stored.add(value);
            return;
        }
        for (Node other : others) {
            other.again.addAll(cone.values);
            other.reads.addAll(cone.sources);
            other.reads.remove(value);
            cone.sources.forEach(source -> lastNeeded.merge(source, times.get(other), Math::max));
        }
    }

    /** Returns whether an update may have overwritten the value before another update reads it. */
    private boolean mayChange(Value source) {
        return source.op() instanceof VariableLeaf || uses.isKept(source);
    }

    /**
     * Returns whether the node is a reduction; a reduction may run as soon as the value could be computed, so nothing
     * waits for it.
     */
    private static boolean isReduction(Node node) {
        return node.members.get(0).op() instanceof Reduce;
    }

    /** Returns whether the value must be in memory because a reader does not read it block by block. */
    private boolean isNeededInMemory(Value value) {
        return uses.isKept(value)
                || !uses.readers(value).stream()
                        .allMatch(reader -> Reductions.readsBlocks(reader) || readsElements(reader, value));
    }

    private static boolean readsElements(Value reader, Value value) {
        return Loops.compute(reader)
                && Source.of(reader).stream()
                        .allMatch(source -> source.value() != value || source.kind() == Source.Kind.SAME);
    }

    /**
     * Removes the values that no node needs any longer. It starts with the last nodes: earlier nodes need not store
     * values that later ones no longer read.
     */
    private void prune(List<List<Node>> nodes) {
        Set<Value> wanted = new HashSet<>();
        for (int section = nodes.size() - 1; section >= 0; section--) {
            List<Node> some = nodes.get(section);
            for (int i = some.size() - 1; i >= 0; i--) {
                Node node = some.get(i);
                if (Loops.compute(node.members.get(0))) {
                    node.keep(needed(node, wanted));
                }
                wanted.addAll(node.reads);
            }
            some.removeIf(node -> node.members.isEmpty());
        }
    }

    /** Returns the values that a group computes for others, or in between. */
    private Set<Value> needed(Node group, Set<Value> wanted) {
        Set<Value> needed = new HashSet<>();
        List<Value> computed = group.computed();
        for (int i = computed.size() - 1; i >= 0; i--) {
            Value value = computed.get(i);
            boolean stored = !group.again.contains(value) && (uses.isKept(value) || wanted.contains(value));
            if (stored || needed.contains(value)) {
                needed.add(value);
                Source.of(value).forEach(source -> needed.add(source.value()));
            }
        }
        return needed;
    }

    /** The computation of a value, back to stored values. */
    private final class Cone {
        final Set<Value> values = new LinkedHashSet<>();
        final Set<Value> sources = new LinkedHashSet<>();
        private int steps;

        /** Adds the value and its inputs; returns false if that takes too many operations. */
        boolean add(Value value) {
            if (!values.add(value)) {
                return true;
            }
            steps++;
            if (!Loops.isCheap(value.op())) {
                return false;
            }
            for (Source source : Source.of(value)) {
                Value read = source.value();
                if (!nodeOf.containsKey(read) || stored.contains(read)) {
                    sources.add(read);
                    steps += source.kind() == Source.Kind.STRETCHED ? 1 : 0;
                } else if (!add(read)) {
                    return false;
                }
            }
            return steps <= MOST_STEPS;
        }

        /** Returns whether the memory that must be held longer for the value is hardly larger than the value itself. */
        boolean holdsNoMore(Value value) {
            int until = lastNeeded.get(value);
            long more = sources.stream()
                    .filter(source -> !(source.op() instanceof Leaf) && !uses.isKept(source))
                    .filter(source -> lastNeeded.get(source) < until)
                    .mapToLong(source -> source.shape().size())
                    .sum();
            return more <= value.shape().size() * 5L / 4;
        }
    }
}
