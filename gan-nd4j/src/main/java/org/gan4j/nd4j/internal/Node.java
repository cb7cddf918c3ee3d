package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gan4j.tensor.engine.Schedule.Value;

/** The work of one kernel: a single value, or a group of elementwise values of one size. */
final class Node {
    final List<Value> members = new ArrayList<>();
    /** The values that it reads, except its own. */
    final Set<Value> reads = new LinkedHashSet<>();
    /** Values of other nodes that it computes again for itself, since no node stores them; each after its inputs. */
    final SortedSet<Value> again = new TreeSet<>(Comparator.comparingInt(Value::id));
    /** True if the node runs after the guards, since only assignments need it. */
    final boolean update;
    /** The node that this one was merged into, or null. */
    private Node into;
    /** The last search that visited this node. */
    int visited;

    Node(Value value, Set<Value> reads, boolean update) {
        this.members.add(value);
        this.reads.addAll(reads);
        this.update = update;
    }

    /** Returns the node that this one has become part of. */
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

    /** Removes everything except the needed values from a group. */
    void keep(Set<Value> needed) {
        members.retainAll(needed);
        again.retainAll(needed);
        reads.clear();
        List<Value> computed = computed();
        computed.forEach(value -> Source.of(value).forEach(source -> reads.add(source.value())));
        computed.forEach(reads::remove);
    }

    /** Returns all values that it computes, each after its inputs. */
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
