package org.gan4j.api.loss;

import java.util.Map;
import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;

/**
 * A term added to the objective of the critic or of the generator, such as a gradient penalty. It may contain gradients
 * of the networks, because gradients can be differentiated again.
 */
public interface Regularizer extends Component {
    /** The role of the player whose objective a regularizer is added to. */
    enum Role {
        /** The critic. */
        CRITIC,
        /** The generator. */
        GENERATOR
    }

    /** Computes the term, a scalar that includes its weight. */
    Tensor penalty(RegularizerContext context);

    /**
     * Returns whether the term differentiates the critic with respect to its input. If so, no layer of the critic may
     * mix the samples of a batch.
     */
    boolean usesInputGradient();

    /** Returns the role of the player whose objective the term is added to. Defaults to the critic. */
    default Role player() {
        return Role.CRITIC;
    }

    /**
     * Returns n if the term is added every n-th step only (lazy regularization). Defaults to 1, which means every step.
     */
    default int period() {
        return 1;
    }

    /**
     * Returns the initial values of the term's state, by name, such as a running mean. The player owns the state, so
     * checkpoints have it; {@link RegularizerContext#state} and {@link RegularizerContext#update} give access to it.
     * Empty by default.
     */
    default Map<String, Tensor> state() {
        return Map.of();
    }
}
