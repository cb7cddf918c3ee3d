package org.gan4j.nd4j.internal;

import org.gan4j.tensor.Shape;
import org.gan4j.tensor.op.ConvGeometry;

/**
 * A convolution to few channels, which oneDNN computes at a fifth of its speed, since it computes 8 or 16 at a time.
 * With a stride of 1 it is the transposed form of another convolution, whose kernel has its positions in reverse order
 * and its channels exchanged, and whose padding is k - 1 - p. That one has few input channels, and therefore small
 * patches.
 */
final class MirroredConvolution {
    private static final int FEW_OUTPUTS = 4;
    /** Most numbers in a mirrored patch, that is, in the column of a product. */
    private static final int MOST_IN_PATCH = 512;
    /** Fewest channels for which this is faster: with fewer, patches are small anyway. */
    private static final int MANY_CHANNELS = 16;

    private final Convolution c;
    private final Convolution mirrored;
    private final Region kernel;
    private final Region scratch;
    private final Workers workers;

    MirroredConvolution(Convolution c, Region scratch, Workers workers) {
        this.c = c;
        this.mirrored = mirrored(c);
        int before = scratch.size() - c.w().size();
        this.scratch = scratch.part(0, before);
        this.kernel = scratch.part(before, c.w().size());
        this.workers = workers;
    }

    static boolean isFaster(Convolution c) {
        ConvGeometry geometry = c.geometry();
        return geometry.strideH() == 1
                && geometry.strideW() == 1
                && geometry.padH() < c.w().dim(2)
                && geometry.padW() < c.w().dim(3)
                && c.outputs() <= FEW_OUTPUTS
                && c.w().dim(1) >= MANY_CHANNELS
                && c.outputs() * places(c) <= MOST_IN_PATCH;
    }

    /** Returns the number of scratch floats: those of the other convolution, and the mirrored kernel. */
    static int scratch(Convolution c) {
        return Convolutions.patchesScratch(mirrored(c)) + NativeFloats.ALIGNMENT + c.w().size();
    }

    private static Convolution mirrored(Convolution c) {
        Shape w = c.w();
        ConvGeometry geometry = new ConvGeometry(
                1,
                1,
                w.dim(2) - 1 - c.geometry().padH(),
                w.dim(3) - 1 - c.geometry().padW());
        return new Convolution(geometry, c.g(), Shape.of(w.dim(1), w.dim(0), w.dim(2), w.dim(3)), c.x());
    }

    private static int places(Convolution c) {
        return c.w().dim(2) * c.w().dim(3);
    }

    Kernel forward(Region x, Region w, Region g) {
        return Sequence.of(
                mirror(w, c.w().dim(1), c.outputs(), kernel),
                Convolutions.transposedByPatches(mirrored, x, kernel, g, scratch, workers));
    }

    Kernel transposed(Region g, Region w, Region x) {
        return Sequence.of(
                mirror(w, c.w().dim(1), c.outputs(), kernel),
                Convolutions.forwardByPatches(mirrored, g, kernel, x, scratch, workers));
    }

    Kernel weightGradient(Region x, Region g, Region w) {
        return Sequence.of(
                Convolutions.weightGradientByPatches(mirrored, g, x, kernel, scratch, workers),
                mirror(kernel, c.outputs(), c.w().dim(1), w));
    }

    /** Copies a kernel [b, a, k] to [a, b, k], with k in reverse order. */
    private Kernel mirror(Region from, int a, int b, Region to) {
        int k = places(c);
        Walk walk = Walk.of(new int[] {a, b, k}, new int[] {k, a * k, -1}, new int[] {b * k, k, 1});
        return new CopyKernel(workers, from, k - 1, to, 0, walk);
    }
}
