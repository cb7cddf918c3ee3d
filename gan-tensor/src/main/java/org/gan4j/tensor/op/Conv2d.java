package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * Cross-correlation of images x [N,C,H,W] with weights w [O,C,kH,kW], to [N,O,H',W'] with H' = ⌊(H + 2 pad − kH) /
 * stride⌋ + 1. Together with {@link ConvTranspose2d} (its gradient with respect to x) and {@link Conv2dWeightGradient}
 * (its gradient with respect to w) it forms a set that is closed under differentiation.
 */
public record Conv2d(ConvGeometry geometry) implements ContractionOp {
    @Override
    public String label() {
        return "conv2d";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape x = inputs.get(0).shape();
        Shape w = inputs.get(1).shape();
        if (x.rank() != 4 || w.rank() != 4) {
            throw new ShapeException(
                    "conv2d needs images [N,C,H,W] and weights [O,C,kH,kW]; these are " + x + " and " + w);
        }
        if (x.dim(1) != w.dim(1)) {
            throw new ShapeException("conv2d: the images " + x + " have " + x.dim(1) + " channels, the weights " + w
                    + " expect " + w.dim(1));
        }
        return Shape.of(
                x.dim(0), w.dim(0), geometry.outHeight(x.dim(2), w.dim(2)), geometry.outWidth(x.dim(3), w.dim(3)));
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        Tensor x = inputs.get(0);
        Tensor w = inputs.get(1);
        return input == 0
                ? Tensor.of(ConvTranspose2d.backTo(x.shape(), geometry), dy, w)
                : Tensor.of(Conv2dWeightGradient.of(w.shape(), geometry), x, dy);
    }
}
