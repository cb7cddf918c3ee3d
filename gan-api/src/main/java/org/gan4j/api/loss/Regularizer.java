package org.gan4j.api.loss;

import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;

/**
 * A term added to the critic's objective, such as a gradient penalty. It may contain gradients of the critic, because
 * gradients can be differentiated again.
 */
public interface Regularizer extends Component {
    /** Computes the term, a scalar that includes its weight. */
    Tensor penalty(RegularizerContext context);

    /**
     * Returns whether the term differentiates the critic with respect to its input. If so, no layer of the critic may
     * mix the samples of a batch.
     */
    boolean usesInputGradient();

    /**
     * Returns n if the term is added every n-th step only (lazy regularization). Defaults to 1, which means every step.
     */
    default int period() {
        return 1;
    }
}
