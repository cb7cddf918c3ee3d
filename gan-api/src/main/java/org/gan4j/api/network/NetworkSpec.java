package org.gan4j.api.network;

import org.gan4j.tensor.Shape;

/**
 * The requirements that an {@link Architecture} builds a network for.
 *
 * @param scope the scope of the network's variables
 * @param sample the shape of one sample, without the batch: C×H×W for images
 * @param gradientPenalty whether a regularizer differentiates the critic with respect to its input, so that no layer
 *     may mix the samples of a batch
 * @param conditionSize the number of inputs that a generator gets in addition to its latents, such as a one-hot label;
 *     0 for none
 * @param classes the number of classes of conditional batch normalization, which has a scale and a shift per class and
 *     reads the condition {@code label}, INT [N]; 0 for plain batch normalization
 */
public record NetworkSpec(VariableScope scope, Shape sample, boolean gradientPenalty, int conditionSize, int classes) {
    /** Creates a spec without conditions. */
    public NetworkSpec(VariableScope scope, Shape sample, boolean gradientPenalty) {
        this(scope, sample, gradientPenalty, 0, 0);
    }

    /** Returns a copy in which a generator gets this many inputs in addition to its latents. */
    public NetworkSpec withConditionSize(int numbers) {
        return new NetworkSpec(scope, sample, gradientPenalty, numbers, classes);
    }

    /** Returns a copy with conditional batch normalization for this many classes. */
    public NetworkSpec withClasses(int count) {
        return new NetworkSpec(scope, sample, gradientPenalty, conditionSize, count);
    }
}
