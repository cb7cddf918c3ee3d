package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Reduce;

/**
 * The kernels of reductions over any axes, as passes over memory. One pass is enough for one run of axes, and for a
 * batch's channels.
 */
final class Reductions {
    /** Fewest contiguous elements for computing blocks on the fly; with fewer, most of the time would be startup. */
    private static final int LONG_ENOUGH = 64;

    private Reductions() {}

    /** Adjacent axes that are all reduced, or all kept, joined into one. */
    private record Run(int size, boolean reduced) {}

    /** A pass from [repeats, kept, reduced] to [kept], or from [outer, reduced, kept] to [outer, kept]. */
    private record Pass(int outer, int middle, int inner, boolean innerReduced) {
        int results() {
            return innerReduced ? middle : outer * inner;
        }

        Kernel kernel(Folding folding, Blocks from, Region to, Workers workers) {
            return innerReduced
                    ? RunReduction.of(workers, folding, from, to, outer, middle, inner)
                    : RowReduction.of(workers, folding, from, to, outer, middle, inner);
        }
    }

    private static List<Run> runs(Reduce op, Shape shape) {
        List<Run> runs = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (shape.dim(axis) > 1) {
                boolean reduced = op.axes().contains(axis);
                int last = runs.size() - 1;
                if (last >= 0 && runs.get(last).reduced == reduced) {
                    runs.set(last, new Run(runs.get(last).size * shape.dim(axis), reduced));
                } else {
                    runs.add(new Run(shape.dim(axis), reduced));
                }
            }
        }
        return runs;
    }

    /** Returns the passes, innermost axes first: the first pass reads memory in order, and later ones read little. */
    private static List<Pass> passes(Reduce op, Shape shape) {
        List<Run> runs = runs(op, shape);
        List<Pass> passes = new ArrayList<>();
        while (runs.stream().anyMatch(Run::reduced)) {
            int last = runs.size() - 1;
            if (runs.get(last).reduced) {
                int inner = runs.remove(last).size;
                boolean repeated = runs.size() == 2;
                int outer = repeated ? runs.remove(0).size : 1;
                passes.add(new Pass(outer, size(runs), inner, true));
            } else {
                Run kept = runs.remove(last);
                int middle = runs.remove(last - 1).size;
                passes.add(new Pass(size(runs), middle, kept.size, false));
                int joined = runs.isEmpty() ? kept.size : runs.remove(last - 2).size * kept.size;
                runs.add(new Run(joined, false));
            }
        }
        return passes;
    }

    private static int size(List<Run> runs) {
        return runs.stream().mapToInt(Run::size).reduce(1, Math::multiplyExact);
    }

    /** Returns the number of floats for the results between passes. */
    static int scratch(Reduce op, Shape shape) {
        List<Pass> passes = passes(op, shape);
        return passes.stream()
                .limit(Math.max(0, passes.size() - 1))
                .mapToInt(Pass::results)
                .sum();
    }

    /** Returns whether the reduced value may be computed block by block, since the reduction reads it in blocks. */
    static boolean readsBlocks(Value reduction) {
        if (!(reduction.op() instanceof Reduce op) || !Kernels.hasKernel(reduction)) {
            return false;
        }
        List<Pass> passes = passes(op, reduction.inputs().get(0).shape());
        return !passes.isEmpty() && passes.get(0).middle * passes.get(0).inner >= LONG_ENOUGH;
    }

    static Kernel of(Reduce op, Shape shape, Region x, Region y, Region scratch, Workers workers) {
        return passes(op, shape).isEmpty()
                ? new CopyKernel(workers, x, y)
                : of(op, shape, Blocks.of(x), y, scratch, workers);
    }

    static Kernel of(Reduce op, Shape shape, Blocks x, Region y, Region scratch, Workers workers) {
        Folding folding = new Folding(op.kind());
        List<Pass> passes = passes(op, shape);
        List<Kernel> kernels = new ArrayList<>();
        Blocks from = x;
        int used = 0;
        for (int i = 0; i < passes.size(); i++) {
            Pass pass = passes.get(i);
            Region to = i == passes.size() - 1 ? y : scratch.part(used, pass.results());
            kernels.add(pass.kernel(folding, from, to, workers));
            used += pass.results();
            from = Blocks.of(to);
        }
        return Sequence.of(kernels.toArray(new Kernel[0]));
    }
}
