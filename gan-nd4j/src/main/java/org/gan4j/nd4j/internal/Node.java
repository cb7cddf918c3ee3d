package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gan4j.tensor.engine.Schedule.Value;

/** What one kernel computes: a single value, or a group of elementwise values of one size. */
final class Node {
    final List<Value> members = new ArrayList<>();
    /** The values that it reads, without its own. */
    final Set<Value> reads = new LinkedHashSet<>();
    /** Values of other nodes that it computes again for itself, since no node stores them; each after what it is made of. */
    final SortedSet<Value> again = new TreeSet<>(Comparator.comparingInt(Value::id));
    /** Whether it runs after the guards, since only assignments need it. */
    final boolean update;
    /** Set once the node was merged into another. */
    private Node into;
    /** For searches: the last search that came by. */
    int visited;

    Node(Value value, Set<Value> reads, boolean update) {
        this.members.add(value);
        this.reads.addAll(reads);
        this.update = update;
    }

    /** The node that this one has become part of. */
    Node current() {
        Node node = this;
        while (node.into != null) {
            node = node.into;
        }
        return node;
    }

    void merge(Node other) {
        members.addAll(other.members);
        reads.addAll(other.reads);
        members.forEach(reads::remove);
        other.into = this;
    }

    /** Computes nothing but these; for groups. */
    void keep(Set<Value> needed) {
        members.retainAll(needed);
        again.retainAll(needed);
        reads.clear();
        List<Value> computed = computed();
        computed.forEach(value -> Source.of(value).forEach(source -> reads.add(source.value())));
        computed.forEach(reads::remove);
    }

    /** All that it computes, each value after those that it is made of. */
    List<Value> computed() {
        if (again.isEmpty()) {
            return members;
        }
        List<Value> all = new ArrayList<>(members);
        all.addAll(again);
        all.sort(Comparator.comparingInt(Value::id));
        return all;
    }

    int last() {
        int last = 0;
        for (Value member : members) {
            last = Math.max(last, member.id());
        }
        return last;
    }
}
