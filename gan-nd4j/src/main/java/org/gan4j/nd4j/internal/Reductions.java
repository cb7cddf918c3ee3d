package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.op.Reduce;

/** A reduction over any axes as passes over one run of adjacent axes each, outermost first. */
final class Reductions {
    private Reductions() {}

    /** One pass, [outer, length, inner] to [outer, inner]. */
    private record Pass(int outer, int length, int inner) {}

    private static List<Pass> passes(Reduce op, Shape shape) {
        List<Pass> passes = new ArrayList<>();
        int outer = 1;
        int inner = shape.size();
        int axis = 0;
        while (axis < shape.rank()) {
            int length = 1;
            boolean reduced = op.axes().contains(axis);
            while (axis < shape.rank() && (op.axes().contains(axis) == reduced || shape.dim(axis) == 1)) {
                length *= shape.dim(axis++);
            }
            inner /= length;
            if (reduced && length > 1) {
                passes.add(new Pass(outer, length, inner));
            } else {
                outer *= length;
            }
        }
        return passes;
    }

    /** Floats for what lies between the passes. */
    static int scratch(Reduce op, Shape shape) {
        List<Pass> passes = passes(op, shape);
        int floats = 0;
        for (Pass pass : passes.subList(0, Math.max(0, passes.size() - 1))) {
            floats += pass.outer * pass.inner;
        }
        return floats;
    }

    static Kernel of(Reduce op, Shape shape, Region x, Region y, Region scratch, Workers workers) {
        List<Pass> passes = passes(op, shape);
        if (passes.isEmpty()) {
            return new CopyKernel(workers, x, y);
        }
        List<Kernel> kernels = new ArrayList<>();
        Region from = x;
        int used = 0;
        for (int i = 0; i < passes.size(); i++) {
            Pass pass = passes.get(i);
            int size = pass.outer * pass.inner;
            Region to = i == passes.size() - 1 ? y : scratch.part(used, size);
            kernels.add(
                    pass.inner == 1 && ShortReduceKernel.takes(pass.length)
                            ? new ShortReduceKernel(workers, op.kind(), from, to, pass.outer, pass.length)
                            : new ReduceKernel(workers, op.kind(), from, to, pass.outer, pass.length, pass.inner));
            used += size;
            from = to;
        }
        return Sequence.of(kernels.toArray(new Kernel[0]));
    }
}
