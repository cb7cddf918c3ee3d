package org.gan4j.bench.peer;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.TensorData;

/**
 * The random numbers of a peer's steps: in the first few those that our trainer draws, so that losses can be compared,
 * after that libtorch's own.
 */
public final class InjectedRandoms {
    private final RandomKey round;
    private final int equal;

    /** @param equal in how many steps the numbers are ours */
    public InjectedRandoms(long seed, int equal) {
        this.round = RandomKey.of(seed).child("round").child("move0");
        this.equal = equal;
    }

    /** Latents of a generator. */
    Tensor latents(int step, long... shape) {
        return step < equal ? copy(at(step).child("latent").normal(shape), shape) : torch.randn(shape);
    }

    /** The places of a gradient penalty between real and fake samples. */
    Tensor places(int step, long... shape) {
        RandomKey penalty = at(step).child("regularizer").child("gradient-penalty");
        return step < equal ? copy(penalty.uniform(shape), shape) : torch.rand(shape);
    }

    private RandomKey at(int step) {
        return round.at(org.gan4j.tensor.Tensor.of(TensorData.scalar(step)));
    }

    private static Tensor copy(org.gan4j.tensor.Tensor ours, long... shape) {
        return of(ours.toFloats(), shape);
    }

    /** A tensor with these values, row by row. */
    static Tensor of(float[] values, long... shape) {
        try (FloatPointer pointer = new FloatPointer(values)) {
            return torch.from_blob(pointer, shape).clone();
        }
    }
}
