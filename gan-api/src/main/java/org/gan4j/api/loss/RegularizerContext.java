package org.gan4j.api.loss;

import java.util.function.UnaryOperator;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/** The values that a {@link Regularizer} works with in one update. */
public interface RegularizerContext {
    /** Returns the critic's scores, [N], of any samples, [N, sample...]. */
    Tensor scores(Tensor samples);

    /** Returns the real samples of the update, [N, sample...]. */
    Tensor real();

    /** Returns the generated samples of the update, [N, sample...]. */
    Tensor fake();

    /** Returns the random stream of this regularizer in this update. */
    RandomKey random();

    /**
     * Returns a context of these values.
     *
     * @param critic computes the critic's scores, [N], of samples, [N, sample...]
     * @param real the real samples, [N, sample...]
     * @param fake the generated samples, [N, sample...]
     * @param random the random stream of the regularizer
     */
    static RegularizerContext of(UnaryOperator<Tensor> critic, Tensor real, Tensor fake, RandomKey random) {
        record Given(UnaryOperator<Tensor> critic, Tensor real, Tensor fake, RandomKey random)
                implements RegularizerContext {
            @Override
            public Tensor scores(Tensor samples) {
                return critic.apply(samples);
            }
        }
        return new Given(critic, real, fake, random);
    }
}
