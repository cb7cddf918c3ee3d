package org.gan4j.nd4j.internal;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.ContractionOp;
import org.gan4j.tensor.op.Conv2d;
import org.gan4j.tensor.op.Conv2dWeightGradient;
import org.gan4j.tensor.op.ConvTranspose2d;
import org.gan4j.tensor.op.Gather;
import org.gan4j.tensor.op.MatMul;
import org.gan4j.tensor.op.RandomNumbers;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.ScatterAdd;

/**
 * Selection of the kernel for a value that is not elementwise; the reference kernels compute values without a kernel
 * here.
 */
final class Kernels {
    private Kernels() {}

    /**
     * Returns the number of floats that the kernel of a node needs while it runs, in addition to its inputs and
     * outputs.
     */
    static int scratch(Node node) {
        return node.members.size() == 1 ? scratch(node.members.get(0)) : 0;
    }

    private static int scratch(Value value) {
        if (!hasKernel(value)) {
            return 0;
        }
        if (value.op() instanceof Reduce reduce) {
            return Reductions.scratch(reduce, value.inputs().get(0).shape());
        }
        if (value.op() instanceof Conv2d) {
            return Convolutions.forwardScratch(convolution(value));
        }
        if (value.op() instanceof ConvTranspose2d) {
            return Convolutions.transposedScratch(convolution(value));
        }
        if (value.op() instanceof Conv2dWeightGradient) {
            return Convolutions.weightGradientScratch(convolution(value));
        }
        return 0;
    }

    static Kernel of(Value value, List<Place> inputs, Place output, Region scratch, Workers workers) {
        if (!hasKernel(value)) {
            return new FallbackKernel(value, inputs, output);
        }
        Region y = output.region();
        if (value.op() instanceof RandomNumbers random) {
            return new RandomKernel(workers, random, inputs.get(0), y);
        }
        Region x = inputs.get(0).region();
        Shape shape = value.inputs().get(0).shape();
        if (value.op() instanceof Reduce reduce) {
            return Reductions.of(reduce, shape, x, y, scratch, workers);
        }
        if (value.op() instanceof ContractionOp op) {
            return contraction(op, value, x, inputs.get(1).region(), y, scratch, workers);
        }
        if (value.op() instanceof Gather gather) {
            return new GatherKernel(false, x, inputs.get(1), y, shape.dim(gather.axis()), inner(shape, gather.axis()));
        }
        if (value.op() instanceof ScatterAdd scatter) {
            return new GatherKernel(true, x, inputs.get(1), y, scatter.length(), inner(value.shape(), scatter.axis()));
        }
        return Movements.of(value, inputs.stream().map(Place::region).toList(), y, workers);
    }

    /**
     * Returns whether a kernel exists: for FLOAT (and BOOL if elements are only moved) and non-empty values. Indices
     * and the step number are INT.
     */
    static boolean hasKernel(Value value) {
        boolean elements = Place.isNative(value.dtype()) && !Loops.isElementwise(value.op());
        if (value.op() instanceof RandomNumbers) {
            return elements;
        }
        return elements
                && Place.isNative(value.inputs().get(0).dtype())
                && value.shape().size() > 0
                && value.inputs().stream().noneMatch(input -> input.shape().size() == 0);
    }

    private static Kernel contraction(
            ContractionOp op, Value value, Region a, Region b, Region y, Region scratch, Workers workers) {
        if (op instanceof MatMul matmul) {
            Shape shapeA = value.inputs().get(0).shape();
            Shape shapeB = value.inputs().get(1).shape();
            return Products.of(matmul, a, shapeA, b, shapeB, y, value.shape());
        }
        Convolution convolution = convolution(value);
        if (op instanceof Conv2d) {
            return Convolutions.forward(convolution, a, b, y, scratch, workers);
        }
        return op instanceof ConvTranspose2d
                ? Convolutions.transposed(convolution, a, b, y, scratch, workers)
                : Convolutions.weightGradient(convolution, a, b, y, scratch, workers);
    }

    static Convolution convolution(Value value) {
        Shape a = value.inputs().get(0).shape();
        Shape b = value.inputs().get(1).shape();
        if (value.op() instanceof Conv2d conv) {
            return new Convolution(conv.geometry(), a, b, value.shape());
        }
        if (value.op() instanceof ConvTranspose2d conv) {
            return new Convolution(conv.geometry(), value.shape(), b, a);
        }
        return new Convolution(((Conv2dWeightGradient) value.op()).geometry(), a, value.shape(), b);
    }

    private static int inner(Shape shape, int axis) {
        int inner = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            inner *= shape.dim(i);
        }
        return inner;
    }
}
