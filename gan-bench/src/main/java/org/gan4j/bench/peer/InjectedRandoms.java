package org.gan4j.bench.peer;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.TensorData;

/**
 * The random numbers of a peer's steps. In the first few steps they are the numbers that Gan4J's trainer draws, so that
 * losses can be compared; later they are libtorch's own.
 */
public final class InjectedRandoms {
    private final RandomKey key;
    private final int equal;

    /**
     * Creates the random numbers of a run.
     *
     * @param seed the seed of Gan4J's run
     * @param equal the number of first steps that use Gan4J's numbers
     */
    public InjectedRandoms(long seed, int equal) {
        this.key = RandomKey.of(seed).child("round").child("move0");
        this.equal = equal;
    }

    /** Returns a generator's latents. */
    Tensor latents(int step, long... shape) {
        return step < equal ? copy(at(step).child("latent").normal(shape), shape) : torch.randn(shape);
    }

    /** Returns the interpolation weights of a gradient penalty between real and fake samples. */
    Tensor places(int step, long... shape) {
        RandomKey penalty = at(step).child("regularizer").child("gradient-penalty");
        return step < equal ? copy(penalty.uniform(shape), shape) : torch.rand(shape);
    }

    private RandomKey at(int step) {
        return key.at(org.gan4j.tensor.Tensor.of(TensorData.scalar(step)));
    }

    private static Tensor copy(org.gan4j.tensor.Tensor ours, long... shape) {
        return of(ours.toFloats(), shape);
    }

    /** Returns a tensor with the given values in row-major order. */
    static Tensor of(float[] values, long... shape) {
        try (FloatPointer pointer = new FloatPointer(values)) {
            return torch.from_blob(pointer, shape).clone();
        }
    }
}
