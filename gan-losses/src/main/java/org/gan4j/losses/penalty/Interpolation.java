package org.gan4j.losses.penalty;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Points on the lines between samples, at a random position per sample. The samples of a pack, which share a score, have
 * the same position, so that a pack lies between two packs.
 */
final class Interpolation {
    private Interpolation() {}

    /** Draws a number in [0, 1) for each sample, [N,1,...]. */
    static Tensor positions(RegularizerContext context, RandomKey random) {
        Shape real = context.real().shape();
        long[] onePerSample = new long[real.rank()];
        Arrays.fill(onePerSample, 1);
        onePerSample[0] = real.dim(0);
        return random.uniform(onePerSample);
    }

    /** Returns a position for each sample that all samples of a pack share: that of the first. */
    static Tensor shared(RegularizerContext context, Tensor positions) {
        int pack = context.samplesPerScore();
        if (pack == 1) {
            return positions;
        }
        int samples = positions.shape().dim(0);
        int[] firsts = IntStream.range(0, samples).map(i -> i - i % pack).toArray();
        return positions.gather(0, Tensor.of(firsts, samples));
    }

    /**
     * Returns the points ε x + (1 - ε) G(z) between real and generated samples.
     *
     * @param epsilon ε of each sample, [N,1,...]; all samples of a pack get that of its first
     */
    static Tensor realToFake(RegularizerContext context, Tensor epsilon) {
        Tensor shared = shared(context, epsilon);
        return shared.mul(context.real()).add(shared.rsub(1).mul(context.fake()));
    }
}
