package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Reshape;

/**
 * What an elementwise operation reads: reshapes are looked through, and broadcasts are not computed but read by
 * strides.
 *
 * @param value whose memory is read
 * @param kind how
 * @param view the broadcast that is looked through, if {@code kind} is STRETCHED
 */
record Source(Value value, Kind kind, Value view) {
    enum Kind {
        /** Element by element. */
        SAME,
        /** The one element that there is. */
        UNIFORM,
        /** As a broadcast would lay it out. */
        STRETCHED
    }

    /** The value whose memory this one shares: itself, or what it is a reshape of. */
    static Value root(Value value) {
        Value root = value;
        while (isAlias(root)) {
            root = root.inputs().get(0);
        }
        return root;
    }

    /** Whether the value has the same elements in the same order as its input, so that nothing is to be done. */
    static boolean isAlias(Value value) {
        return value.op() instanceof Reshape || (value.op() instanceof BroadcastTo && sizes(value));
    }

    /** Whether the value is a broadcast that repeats elements. */
    static boolean isBroadcast(Value value) {
        return value.op() instanceof BroadcastTo && !sizes(value);
    }

    private static boolean sizes(Value value) {
        return value.shape().size() == value.inputs().get(0).shape().size();
    }

    /** What an elementwise value reads, input by input. */
    static List<Source> of(Value elementwise) {
        List<Source> sources = new ArrayList<>(3);
        for (Value input : elementwise.inputs()) {
            sources.add(of(root(input), elementwise.shape().size()));
        }
        return sources;
    }

    private static Source of(Value root, int size) {
        Value one = root;
        while (one.shape().size() != 1 && isBroadcast(one)) {
            one = root(one.inputs().get(0));
        }
        if (one.shape().size() == 1 && size != 1) {
            return new Source(one, Kind.UNIFORM, null);
        }
        return isBroadcast(root)
                ? new Source(root(root.inputs().get(0)), Kind.STRETCHED, root)
                : new Source(root, Kind.SAME, null);
    }
}
