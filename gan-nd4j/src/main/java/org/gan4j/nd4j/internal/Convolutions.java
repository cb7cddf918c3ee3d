package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The kernels of the three convolutions, each computed in its {@linkplain ConvolutionWay way}. */
final class Convolutions {
    /** Most floats of patches in memory at a time: 16 MB. */
    private static final long MOST_PATCHES = 1 << 22;

    private Convolutions() {}

    static int forwardScratch(Convolution c) {
        return scratch(ConvolutionWay.of(c), c);
    }

    static int transposedScratch(Convolution c) {
        return scratch(ConvolutionWay.ofTransposed(c), c);
    }

    /** Returns the number of scratch floats that a kernel needs. */
    private static int scratch(ConvolutionWay way, Convolution c) {
        switch (way) {
            case MIRRORED:
                return MirroredConvolution.scratch(c);
            case PATCHES:
                return patchesScratch(c);
            default:
                return 0;
        }
    }

    /**
     * Returns the scratch size of the method with patches: the patches and g by output channel for the images processed
     * at a time, and the weights.
     */
    static int patchesScratch(Convolution c) {
        Convolution some = c.ofBatch(imagesAtATime(c));
        return patches(some) + NativeFloats.ALIGNMENT + some.g().size() + NativeFloats.ALIGNMENT + c.w().size();
    }

    static Kernel forward(Convolution c, Region x, Region w, Region g, Region scratch, Workers workers) {
        switch (ConvolutionWay.of(c)) {
            case PRODUCT:
                return Products.product(x, w, g, c.batch(), c.patch(), c.outputs(), false, true);
            case MIRRORED:
                return new MirroredConvolution(c, scratch, workers).forward(x, w, g);
            case PATCHES:
                return forwardByPatches(c, x, w, g, scratch, workers);
            default:
                return call("conv2d", array(x, c.x()), array(w, c.w()), array(g, c.g()), c.arguments());
        }
    }

    static Kernel forwardByPatches(Convolution c, Region x, Region w, Region g, Region scratch, Workers workers) {
        Convolution some = c.ofBatch(imagesAtATime(c));
        Region patches = scratch.part(0, patches(some));
        Region byOutput = byOutput(some, scratch);
        Kernel product =
                Products.product(w, patches, byOutput, c.outputs(), c.patch(), some.batch() * c.places(), false, false);
        List<Kernel> kernels = new ArrayList<>();
        for (int first = 0; first < c.batch(); first += some.batch()) {
            kernels.add(Patches.ofImages(workers, some, images(x, c.x(), first, some), patches));
            kernels.add(product);
            Region to = images(g, c.g(), first, some);
            kernels.add(exchange(c.outputs(), some.batch(), c.places(), byOutput, to, workers));
        }
        return new Sequence(kernels);
    }

    static Kernel transposed(Convolution c, Region g, Region w, Region x, Region scratch, Workers workers) {
        switch (ConvolutionWay.ofTransposed(c)) {
            case PRODUCT:
                return Products.product(g, w, x, c.batch(), c.outputs(), c.patch(), false, false);
            case MIRRORED:
                return new MirroredConvolution(c, scratch, workers).transposed(g, w, x);
            case PATCHES:
                return transposedByPatches(c, g, w, x, scratch, workers);
            default:
                return call("deconv2d", array(g, c.g()), array(w, c.w()), array(x, c.x()), c.arguments());
        }
    }

    static Kernel transposedByPatches(Convolution c, Region g, Region w, Region x, Region scratch, Workers workers) {
        Convolution some = c.ofBatch(imagesAtATime(c));
        Region patches = scratch.part(0, patches(some));
        Region byOutput = byOutput(some, scratch);
        Kernel product =
                Products.product(w, byOutput, patches, c.patch(), c.outputs(), some.batch() * c.places(), true, false);
        List<Kernel> kernels = new ArrayList<>();
        for (int first = 0; first < c.batch(); first += some.batch()) {
            Region from = images(g, c.g(), first, some);
            kernels.add(exchange(some.batch(), c.outputs(), c.places(), from, byOutput, workers));
            kernels.add(product);
            kernels.add(Patches.addUp(workers, some, patches, images(x, c.x(), first, some)));
        }
        return new Sequence(kernels);
    }

    /**
     * Returns the scratch size of the weight gradient. ND4J computes both gradients or none; for many channels that is
     * still the fastest way to get one of them.
     */
    static int weightGradientScratch(Convolution c) {
        ConvolutionWay way = ConvolutionWay.of(c);
        return way == ConvolutionWay.CALL ? c.x().size() + NativeFloats.ALIGNMENT + c.w().size() : scratch(way, c);
    }

    static Kernel weightGradient(Convolution c, Region x, Region g, Region w, Region scratch, Workers workers) {
        switch (ConvolutionWay.of(c)) {
            case PRODUCT:
                return Products.product(g, x, w, c.outputs(), c.batch(), c.patch(), true, false);
            case MIRRORED:
                return new MirroredConvolution(c, scratch, workers).weightGradient(x, g, w);
            case PATCHES:
                return weightGradientByPatches(c, x, g, w, scratch, workers);
            default:
                Region anyW = scratch.part(scratch.size() - c.w().size(), c.w().size());
                return both(c, false, x, anyW, g, scratch.part(0, c.x().size()), w);
        }
    }

    static Kernel weightGradientByPatches(
            Convolution c, Region x, Region g, Region w, Region scratch, Workers workers) {
        Convolution some = c.ofBatch(imagesAtATime(c));
        boolean atOnce = some.batch() == c.batch();
        Region patches = scratch.part(0, patches(some));
        Region byOutput = byOutput(some, scratch);
        Region sum = atOnce ? w : scratch.part(scratch.size() - w.size(), w.size());
        Kernel product = Products.product(
                byOutput, patches, sum, c.outputs(), some.batch() * c.places(), c.patch(), false, true);
        List<Kernel> kernels = new ArrayList<>();
        for (int first = 0; first < c.batch(); first += some.batch()) {
            kernels.add(Patches.ofImages(workers, some, images(x, c.x(), first, some), patches));
            Region from = images(g, c.g(), first, some);
            kernels.add(exchange(some.batch(), c.outputs(), c.places(), from, byOutput, workers));
            kernels.add(product);
            if (!atOnce) {
                kernels.add(first == 0 ? new CopyKernel(workers, sum, w) : FusedKernel.add(workers, w, sum));
            }
        }
        return new Sequence(kernels);
    }

    /**
     * Computes both gradients of a convolution, or of a transposed one.
     *
     * @param byInput the gradient with respect to the input: of g's shape if transposed, of x's otherwise
     */
    static Kernel both(
            Convolution c, boolean transposed, Region x, Region w, Region g, Region byInput, Region byWeights) {
        INDArray images = array(x, c.x());
        INDArray results = array(g, c.g());
        return new Nd4jCall(
                transposed ? "deconv2d_bp" : "conv2d_bp",
                List.of(transposed ? results : images, array(w, c.w()), transposed ? images : results),
                List.of(array(byInput, transposed ? c.g() : c.x()), array(byWeights, c.w())),
                true,
                c.arguments());
    }

    /** Returns the largest divisor of the batch whose patches fit into the memory limit. */
    private static int imagesAtATime(Convolution c) {
        long each = (long) c.patch() * c.places();
        int images = c.batch();
        while (images > 1 && (c.batch() % images != 0 || images * each > MOST_PATCHES)) {
            images--;
        }
        return images;
    }

    private static Region images(Region all, Shape shape, int first, Convolution some) {
        return all.part(first * shape.stride(0), some.batch() * shape.stride(0));
    }

    /** Copies [a, b, inner] to [b, a, inner]. */
    private static Kernel exchange(int a, int b, int inner, Region from, Region to, Workers workers) {
        Walk walk = Walk.of(new int[] {b, a, inner}, new int[] {inner, b * inner, 1}, new int[] {a * inner, inner, 1});
        return new CopyKernel(workers, from, 0, to, 0, walk);
    }

    private static int patches(Convolution c) {
        return Math.multiplyExact(c.patch(), c.batch() * c.places());
    }

    private static Region byOutput(Convolution some, Region scratch) {
        int after = patches(some) / NativeFloats.ALIGNMENT * NativeFloats.ALIGNMENT + NativeFloats.ALIGNMENT;
        return scratch.part(after, some.g().size());
    }

    private static Kernel call(String name, INDArray a, INDArray w, INDArray y, long[] arguments) {
        return new Nd4jCall(name, List.of(a, w), List.of(y), true, arguments);
    }

    private static INDArray array(Region region, Shape shape) {
        return region.array(shape.dims());
    }
}
