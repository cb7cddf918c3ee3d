package org.gan4j.architectures.layers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Minibatch standard deviation (<a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>, section 3): one more
 * channel, which tells a critic how much the samples of a group differ: the standard deviation of each feature over the
 * group, averaged over all features. A generator whose samples lack variety is seen by it. From [N,C,...] to
 * [N,C+1,...].
 *
 * <p>A group has G samples, or the whole batch if that is smaller. If G does not divide the batch, a group has as many
 * samples as the largest divisor of the batch below G, or the smallest one above if that is 1: a batch of 50 has groups
 * of 2 with G = 4, a batch of 7 is one group. As in StyleGAN2, a group is made of the samples n, n + N/G, n + 2N/G and so
 * on. In inference, where samples must not influence each other, the channel is a running mean (momentum
 * 0.1) of the batches seen in training.
 *
 * <p>Samples mix, but gradient penalties are allowed, as ProGAN and StyleGAN2 combine them: the gradient of a sample
 * then has a small part of the group's other scores.
 */
public final class MinibatchStddev implements Layer {
    private static final double EPSILON = 1e-8;
    private static final double MOMENTUM = 0.1;

    private final int groupSize;
    private final Variable running;

    /**
     * Creates the layer.
     *
     * @param groupSize G, the number of samples per group, at least 2; 4 in ProGAN and StyleGAN2
     * @throws IllegalArgumentException if the group is smaller
     */
    public MinibatchStddev(VariableScope scope, int groupSize) {
        if (groupSize < 2) {
            throw new IllegalArgumentException("the standard deviation of a group needs at least 2 samples, not "
                    + groupSize + "; choose 4, as in ProGAN");
        }
        this.groupSize = groupSize;
        this.running = scope.filled("running-stddev", 0);
    }

    /**
     * Appends the channel.
     *
     * @throws ShapeException if x is not [N,C,...]
     */
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Shape shape = x.shape();
        if (shape.rank() < 2) {
            throw new ShapeException("the standard deviation of a batch needs features, [N,C,...], not " + shape
                    + "; reshape them first");
        }
        long[] channel = shape.with(1, 1).dims();
        if (!pass.isTraining()) {
            return Tensor.concat(1, x, parameters.get(running).cast(x.dtype()).broadcastTo(channel));
        }
        int samples = shape.dim(0);
        int size = size(samples);
        Tensor grouped = x.reshape(size, samples / size, -1);
        Tensor centered = grouped.sub(grouped.meanKeepDims(0));
        Tensor deviation = centered.square().mean(0).add(EPSILON).sqrt().mean(1); // [N/G]
        pass.update(
                running,
                parameters
                        .get(running)
                        .mul(1 - MOMENTUM)
                        .add(deviation.mean().mul(MOMENTUM).cast(running.dtype())));
        long[] perSample = new long[shape.rank()];
        Arrays.fill(perSample, 1);
        perSample[0] = samples;
        Tensor each = deviation
                .reshape(1, samples / size)
                .broadcastTo(size, samples / size)
                .reshape(perSample);
        return Tensor.concat(1, x, each.broadcastTo(channel));
    }

    /** Returns the number of samples per group, a divisor of the batch. */
    private int size(int samples) {
        int most = Math.min(groupSize, samples);
        return IntStream.iterate(most, size -> size > 1, size -> size - 1)
                .filter(size -> samples % size == 0)
                .findFirst()
                .orElseGet(() -> IntStream.rangeClosed(most, samples)
                        .filter(size -> samples % size == 0)
                        .findFirst()
                        .orElseThrow());
    }

    @Override
    public List<Variable> state() {
        return List.of(running);
    }

    @Override
    public boolean mixesSamples() {
        return true;
    }

    @Override
    public boolean allowsInputGradients() {
        return true;
    }

    @Override
    public String kind() {
        return "minibatch stddev";
    }
}
