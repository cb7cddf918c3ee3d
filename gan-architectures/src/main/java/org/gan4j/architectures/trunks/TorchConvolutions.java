package org.gan4j.architectures.trunks;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.architectures.trunks.InceptionConvolution.Normalization;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.Windows;
import org.gan4j.tensor.io.Safetensors;

/**
 * The convolutions of an InceptionV3 that is stored with torchvision's names: {@code Mixed_5b.branch1x1.conv.weight}
 * and {@code Mixed_5b.branch1x1.bn.weight}, {@code bias}, {@code running_mean} and {@code running_var}.
 *
 * @param stored the tensors
 * @param file the name of their file, for messages
 */
record TorchConvolutions(Safetensors stored, String file) {
    private static final int RANK = 4;

    /** Returns a convolution of stride 1 that keeps the size of images. */
    UnaryOperator<Tensor> same(String name, int height, int width) {
        List<Integer> padding = List.of(height / 2, width / 2);
        return read(name, height, width, Windows.over(2).padding(padding, padding));
    }

    /** Returns convolutions of stride 1 that keep the size, one after the other. */
    UnaryOperator<Tensor> chain(String block, Kernel... kernels) {
        return Arrays.stream(kernels)
                .map(kernel -> same(block + "." + kernel.name, kernel.height, kernel.width))
                .reduce(InceptionBlock::after)
                .orElseThrow();
    }

    /** The name and size of a convolution in a block. */
    record Kernel(String name, int height, int width) {}

    /** Returns a convolution without padding. */
    UnaryOperator<Tensor> valid(String name, int size, int stride) {
        return read(name, size, size, Windows.over(2).stride(stride));
    }

    private InceptionConvolution read(String name, int height, int width, Windows windows) {
        TensorData kernel = tensor(name + ".conv.weight");
        Shape shape = kernel.shape();
        if (shape.rank() != RANK || shape.dim(2) != height || shape.dim(3) != width) {
            throw mismatch(name + ".conv.weight has the shape " + shape + ", and a kernel of " + height + "×" + width
                    + " is needed");
        }
        Normalization norm = new Normalization(
                vector(name + ".bn.weight", shape.dim(0)),
                vector(name + ".bn.bias", shape.dim(0)),
                vector(name + ".bn.running_mean", shape.dim(0)),
                vector(name + ".bn.running_var", shape.dim(0)));
        return InceptionConvolution.folded(kernel.toDoubles(), shape, norm, windows);
    }

    private double[] vector(String name, int length) {
        TensorData vector = tensor(name);
        if (!vector.shape().equals(Shape.of(length))) {
            throw mismatch(name + " has the shape " + vector.shape() + " instead of [" + length + "]");
        }
        return vector.toDoubles();
    }

    private TensorData tensor(String name) {
        TensorData tensor = stored.tensors().get(name);
        if (tensor == null) {
            throw mismatch("it has no tensor " + name);
        }
        if (tensor.dtype() != DType.FLOAT) {
            throw mismatch("the elements of " + name + " are " + tensor.dtype() + " instead of " + DType.FLOAT);
        }
        return tensor;
    }

    private IllegalArgumentException mismatch(String what) {
        return new IllegalArgumentException(file + " does not hold the weights of FID's InceptionV3: " + what
                + "; save those of pytorch-fid as safetensors, as docs/metrics.md shows");
    }
}
