package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Reshape;

/**
 * An input that an elementwise operation reads. Reshapes are ignored; broadcasts are not computed but read by strides.
 *
 * @param value the value whose memory is read
 * @param kind the way it is read
 * @param view the broadcast that is read by strides, if {@code kind} is STRETCHED
 */
record Source(Value value, Kind kind, Value view) {
    enum Kind {
        /** Read element by element. */
        SAME,
        /** A single element, read for every element of the result. */
        UNIFORM,
        /** Read in the layout of a broadcast. */
        STRETCHED
    }

    /** Returns the value whose memory this one shares: itself, or the value that it is a reshape of. */
    static Value root(Value value) {
        Value root = value;
        while (isAlias(root)) {
            root = root.inputs().get(0);
        }
        return root;
    }

    /**
     * Returns whether the value has the same elements in the same order as its input, so that there is nothing to
     * compute.
     */
    static boolean isAlias(Value value) {
        return value.op() instanceof Reshape || (value.op() instanceof BroadcastTo && sizes(value));
    }

    /** Returns whether the value is a broadcast that repeats elements. */
    static boolean isBroadcast(Value value) {
        return value.op() instanceof BroadcastTo && !sizes(value);
    }

    private static boolean sizes(Value value) {
        return value.shape().size() == value.inputs().get(0).shape().size();
    }

    /** Returns the sources of an elementwise value, one for each input. */
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
