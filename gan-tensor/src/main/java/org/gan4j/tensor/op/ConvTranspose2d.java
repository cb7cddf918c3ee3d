package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * The transpose of {@link Conv2d}, from images g [N,O,H',W'] and weights w [O,C,kH,kW] (PyTorch's order for a
 * transposed convolution) to [N,C,H,W]. The height and width of the result are given, since several sizes convolve to
 * the same one.
 */
public record ConvTranspose2d(ConvGeometry geometry, int height, int width) implements ContractionOp {
    static ConvTranspose2d backTo(Shape x, ConvGeometry geometry) {
        return new ConvTranspose2d(geometry, x.dim(2), x.dim(3));
    }

    @Override
    public String label() {
        return "convTranspose2d";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape g = inputs.get(0).shape();
        Shape w = inputs.get(1).shape();
        if (g.rank() != 4 || w.rank() != 4) {
            throw new ShapeException(
                    "convTranspose2d needs images [N,C,H,W] and weights [C,O,kH,kW]; these are " + g + " and " + w);
        }
        if (g.dim(1) != w.dim(0)) {
            throw new ShapeException("convTranspose2d: the images " + g + " have " + g.dim(1)
                    + " channels, the weights " + w + " expect " + w.dim(0));
        }
        int back = geometry.outHeight(height, w.dim(2));
        int across = geometry.outWidth(width, w.dim(3));
        if (back != g.dim(2) || across != g.dim(3)) {
            throw new ShapeException("convTranspose2d of " + g + " cannot give " + height + "×" + width
                    + ": that size convolves to " + back + "×" + across);
        }
        return Shape.of(g.dim(0), w.dim(1), height, width);
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        Tensor g = inputs.get(0);
        Tensor w = inputs.get(1);
        return input == 0
                ? Tensor.of(new Conv2d(geometry), dy, w)
                : Tensor.of(Conv2dWeightGradient.of(w.shape(), geometry), dy, g);
    }
}
