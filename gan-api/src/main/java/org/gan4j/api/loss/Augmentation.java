package org.gan4j.api.loss;

import java.util.OptionalDouble;
import org.gan4j.api.Component;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * A random change of all samples that the critic sees, real and generated ones alike, such as a translation. It is
 * differentiable, so that the generator learns through it and a gradient penalty differentiates through it. Thus the
 * critic cannot memorize few data, and the generator does not learn the change itself (<a
 * href="https://arxiv.org/abs/2006.10738">Zhao et al. 2020</a>, <a href="https://arxiv.org/abs/2006.06676">Karras et
 * al. 2020</a>).
 */
public interface Augmentation extends Component {
    /**
     * Changes a batch of samples. Each application gets a random stream of its own.
     *
     * @param samples the samples, [N, sample...]
     * @param random the random stream of this application
     * @param strength a scalar FLOAT from 0 to 1; 0 leaves the samples unchanged, 1 is the full augmentation
     * @return the changed samples, of the same shape and type
     */
    Tensor apply(Tensor samples, RandomKey random, Tensor strength);

    /**
     * Returns the initial strength if this augmentation adapts it during training. Empty by default: the strength is 1
     * throughout.
     */
    default OptionalDouble initialStrength() {
        return OptionalDouble.empty();
    }

    /**
     * Computes the strength after an update of the critic, if this augmentation adapts it. Returns it unchanged by
     * default.
     *
     * @param strength the strength in this update, a scalar FLOAT
     * @param realScores the critic's scores of the augmented real samples, [N, ...]
     * @param fakeScores the critic's scores of the augmented generated samples, [N, ...]
     */
    default Tensor next(Tensor strength, Tensor realScores, Tensor fakeScores) {
        return strength;
    }
}
