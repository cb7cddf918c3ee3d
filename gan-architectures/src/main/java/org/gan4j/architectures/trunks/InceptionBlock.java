package org.gan4j.architectures.trunks;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Pooling;
import org.gan4j.tensor.functions.Windows;

/**
 * A block of InceptionV3: several branches see the same input, and their channels are joined. Convolutions are numbered
 * as in Keras, in the order in which the paper's code creates them.
 *
 * @param name the block's name in Keras
 * @param branches the branches, in the order of their channels
 */
record InceptionBlock(String name, List<UnaryOperator<Tensor>> branches) {
    private static final int POOL = 3;

    /** Returns a block of filters 1×1, 5×5, twice 3×3, and a mean; it has seven convolutions. */
    static InceptionBlock squares(QuantizedWeights file, String name, int first) {
        return new InceptionBlock(
                name,
                List.of(
                        chain(file, first),
                        chain(file, first + 1, first + 2),
                        chain(file, first + 3, first + 4, first + 5),
                        after(InceptionBlock::mean, chain(file, first + 6))));
    }

    /** Returns the block that halves the size, of four convolutions. */
    static InceptionBlock halving(QuantizedWeights file, String name, int first) {
        return new InceptionBlock(
                name,
                List.of(
                        InceptionConvolution.valid(file, first, 2),
                        after(chain(file, first + 1, first + 2), InceptionConvolution.valid(file, first + 3, 2)),
                        InceptionBlock::halved));
    }

    /** Returns a block of filters 1×1, 7×7 as 1×7 and 7×1, that twice, and a mean; it has ten convolutions. */
    static InceptionBlock strips(QuantizedWeights file, String name, int first) {
        return new InceptionBlock(
                name,
                List.of(
                        chain(file, first),
                        chain(file, first + 1, first + 2, first + 3),
                        chain(file, first + 4, first + 5, first + 6, first + 7, first + 8),
                        after(InceptionBlock::mean, chain(file, first + 9))));
    }

    private static UnaryOperator<Tensor> chain(QuantizedWeights file, int... numbers) {
        UnaryOperator<Tensor> chain = InceptionConvolution.same(file, numbers[0]);
        for (int i = 1; i < numbers.length; i++) {
            chain = after(chain, InceptionConvolution.same(file, numbers[i]));
        }
        return chain;
    }

    /** Returns one branch followed by another. */
    static UnaryOperator<Tensor> after(UnaryOperator<Tensor> first, UnaryOperator<Tensor> second) {
        return x -> second.apply(first.apply(x));
    }

    /** Returns the maxima of windows 3×3 at every second position. */
    static Tensor halved(Tensor x) {
        return Pooling.max(x, Windows.over(2).stride(2), POOL);
    }

    /** Returns the mean of each window 3×3; at the edges, of the positions inside the image only, as in TensorFlow. */
    static Tensor mean(Tensor x) {
        Windows windows = Windows.over(2).padding(1);
        Shape s = x.shape();
        float[] larger = new float[s.dim(2) * s.dim(3)];
        for (int i = 0; i < larger.length; i++) {
            larger[i] = (float) POOL * POOL / (inside(i / s.dim(3), s.dim(2)) * inside(i % s.dim(3), s.dim(3)));
        }
        return Pooling.average(x, windows, POOL).mul(Tensor.of(larger, s.dim(2), s.dim(3)));
    }

    /** Returns the number of positions of a window that are inside a length. */
    private static int inside(int center, int length) {
        return Math.min(center + 1, length - 1) - Math.max(center - 1, 0) + 1;
    }

    Tensor apply(Tensor x) {
        return Tensor.concat(1, branches.stream().map(branch -> branch.apply(x)).toList());
    }

    /** Returns the blocks through mixed5. */
    static List<InceptionBlock> all(QuantizedWeights file) {
        return List.of(
                squares(file, "mixed0", 6),
                squares(file, "mixed1", 13),
                squares(file, "mixed2", 20),
                halving(file, "mixed3", 27),
                strips(file, "mixed4", 31),
                strips(file, "mixed5", 41));
    }
}
