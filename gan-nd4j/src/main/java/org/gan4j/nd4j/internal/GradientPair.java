package org.gan4j.nd4j.internal;

import java.util.function.Function;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Conv2d;
import org.gan4j.tensor.op.Conv2dWeightGradient;
import org.gan4j.tensor.op.ConvTranspose2d;

/**
 * A convolution's weight gradient together with its input gradient, of which ND4J computes both or none. The partner of
 * conv2dWeightGradient(x, g) is convTranspose2d(g, w), or conv2d(x, w) if the layer is a transposed one.
 *
 * @param partner the input gradient, computed in the same call
 */
record GradientPair(Value weightGradient, Value partner) {

    /** Returns whether this value can be the weight gradient of a pair. */
    static boolean seeks(Value value) {
        return value.op() instanceof Conv2dWeightGradient
                && Kernels.hasKernel(value)
                && ConvolutionWay.of(Kernels.convolution(value)) == ConvolutionWay.CALL;
    }

    /** Returns whether the two values form a pair. */
    static boolean fits(Value weightGradient, Value other) {
        boolean kind = other.op() instanceof ConvTranspose2d || other.op() instanceof Conv2d;
        if (!kind || !Kernels.hasKernel(other)) {
            return false;
        }
        Convolution c = Kernels.convolution(weightGradient);
        int shared = other.op() instanceof ConvTranspose2d ? 1 : 0;
        return Source.root(weightGradient.inputs().get(shared))
                        == Source.root(other.inputs().get(0))
                && Kernels.convolution(other).equals(c)
                && (shared == 1 || c.leavesNoRemainder());
    }

    /** Returns the pair that a node computes. */
    static GradientPair of(Node node) {
        Value first = node.members.get(0);
        Value second = node.members.get(1);
        return first.op() instanceof Conv2dWeightGradient
                ? new GradientPair(first, second)
                : new GradientPair(second, first);
    }

    Kernel kernel(Function<Value, Region> regions) {
        Convolution c = Kernels.convolution(weightGradient);
        Region x = region(regions, weightGradient.inputs().get(0));
        Region g = region(regions, weightGradient.inputs().get(1));
        Region w = region(regions, partner.inputs().get(1));
        boolean transposed = partner.op() instanceof Conv2d;
        return Convolutions.both(c, transposed, x, w, g, regions.apply(partner), regions.apply(weightGradient));
    }

    private static Region region(Function<Value, Region> regions, Value value) {
        return regions.apply(Source.root(value));
    }
}
