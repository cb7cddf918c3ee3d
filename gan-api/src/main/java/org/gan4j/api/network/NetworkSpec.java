package org.gan4j.api.network;

import org.gan4j.tensor.Shape;

/**
 * What an architecture is built for.
 *
 * @param scope where its variables go
 * @param sample the shape of one sample, without the batch: C×H×W for images
 * @param gradientPenalty whether a regularizer differentiates the critic by its input, so that no layer may mix samples
 * @param conditionSize how many more numbers a generator is given beside its latents, such as a label's one-hot
 * @param classes of how many classes batch normalization has factors of their own, by the condition {@code label}, INT
 *     [N]; 0 is none
 */
public record NetworkSpec(VariableScope scope, Shape sample, boolean gradientPenalty, int conditionSize, int classes) {
    /** Without conditions. */
    public NetworkSpec(VariableScope scope, Shape sample, boolean gradientPenalty) {
        this(scope, sample, gradientPenalty, 0, 0);
    }

    /** The same with so many more numbers beside the latents. */
    public NetworkSpec withConditionSize(int numbers) {
        return new NetworkSpec(scope, sample, gradientPenalty, numbers, classes);
    }

    /** The same with batch normalization by so many classes. */
    public NetworkSpec withClasses(int count) {
        return new NetworkSpec(scope, sample, gradientPenalty, conditionSize, count);
    }
}
