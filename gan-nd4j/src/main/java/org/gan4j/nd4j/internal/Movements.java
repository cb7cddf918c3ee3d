package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Concat;
import org.gan4j.tensor.op.Flip;
import org.gan4j.tensor.op.Pad;
import org.gan4j.tensor.op.Permute;
import org.gan4j.tensor.op.Slice;

/** The kernels of ops that move elements, as copies between regular patterns. */
final class Movements {
    private Movements() {}

    /** Returns the kernel, or null if the op does not move elements. */
    static Kernel of(Value value, List<Region> inputs, Region y, Workers workers) {
        if (value.op() instanceof Concat concat) {
            return concat(concat.axis(), value, inputs, y, workers);
        }
        if (value.inputs().isEmpty()) {
            return null;
        }
        Shape from = value.inputs().get(0).shape();
        Shape to = value.shape();
        int[] strides = Walk.strides(from);
        int fromStart = 0;
        if (value.op() instanceof BroadcastTo) {
            return new CopyKernel(workers, inputs.get(0), 0, y, 0, Walk.broadcast(from, to));
        } else if (value.op() instanceof Permute permute) {
            for (int axis = 0; axis < strides.length; axis++) {
                strides[axis] = from.stride(permute.order().get(axis));
            }
        } else if (value.op() instanceof Slice slice) {
            for (int axis = 0; axis < strides.length; axis++) {
                fromStart += slice.begin().get(axis) * strides[axis];
                strides[axis] *= slice.step().get(axis);
            }
        } else if (value.op() instanceof Flip flip) {
            for (int axis : flip.axes()) {
                fromStart += (from.dim(axis) - 1) * strides[axis];
                strides[axis] = -strides[axis];
            }
        } else if (value.op() instanceof Pad pad) {
            return pad(pad, from, to, inputs.get(0), y, workers);
        } else {
            return null;
        }
        Walk walk = Walk.of(Walk.lengths(to), strides, Walk.strides(to));
        return new CopyKernel(workers, inputs.get(0), fromStart, y, 0, walk);
    }

    private static Kernel pad(Pad pad, Shape from, Shape to, Region x, Region y, Workers workers) {
        int[] strides = Walk.strides(to);
        int start = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            start += pad.before().get(axis) * strides[axis];
            strides[axis] *= pad.gap().get(axis) + 1;
        }
        Walk walk = Walk.of(Walk.lengths(from), Walk.strides(from), strides);
        return Sequence.of(new Fill(y, 0), new CopyKernel(workers, x, 0, y, start, walk));
    }

    private static Kernel concat(int axis, Value value, List<Region> inputs, Region y, Workers workers) {
        List<Kernel> copies = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Shape part = value.inputs().get(i).shape();
            Walk walk = Walk.of(Walk.lengths(part), Walk.strides(part), Walk.strides(value.shape()));
            copies.add(new CopyKernel(
                    workers, inputs.get(i), 0, y, begin * value.shape().stride(axis), walk));
            begin += part.dim(axis);
        }
        return Sequence.of(copies.toArray(new Kernel[0]));
    }
}
