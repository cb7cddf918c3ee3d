package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * The gradient of {@link Conv2d} with respect to its weights: from images x [N,C,H,W] and g [N,O,H',W'] to [O,C,kH,kW].
 */
public record Conv2dWeightGradient(ConvGeometry geometry, int kernelH, int kernelW) implements ContractionOp {
    static Conv2dWeightGradient of(Shape w, ConvGeometry geometry) {
        return new Conv2dWeightGradient(geometry, w.dim(2), w.dim(3));
    }

    @Override
    public String label() {
        return "conv2dWeightGradient";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape x = inputs.get(0).shape();
        Shape g = inputs.get(1).shape();
        boolean fits = x.rank() == 4
                && g.rank() == 4
                && x.dim(0) == g.dim(0)
                && geometry.outHeight(x.dim(2), kernelH) == g.dim(2)
                && geometry.outWidth(x.dim(3), kernelW) == g.dim(3);
        if (!fits) {
            throw new ShapeException("conv2dWeightGradient: " + x + " does not convolve to " + g + " with a kernel of "
                    + kernelH + "×" + kernelW + " and " + geometry);
        }
        return Shape.of(g.dim(1), x.dim(1), kernelH, kernelW);
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        Tensor x = inputs.get(0);
        Tensor g = inputs.get(1);
        return input == 0
                ? Tensor.of(ConvTranspose2d.backTo(x.shape(), geometry), g, dy)
                : Tensor.of(new Conv2d(geometry), x, dy);
    }
}
