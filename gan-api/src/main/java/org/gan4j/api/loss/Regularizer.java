package org.gan4j.api.loss;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

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

    /**
     * Returns the name of the term in metrics and messages. Defaults to the name of the component; that of a regularizer
     * which changes another one is the other's.
     */
    default String termName() {
        return name();
    }

    /** Computes the term, a scalar that includes its weight. */
    Tensor penalty(RegularizerContext context);

    /**
     * Returns whether the term differentiates the critic with respect to its input. If so, no layer of the critic may
     * mix the samples of a batch.
     */
    boolean usesInputGradient();

    /**
     * Returns whether the term uses the {@linkplain RegularizerContext#latents latents} or {@linkplain
     * RegularizerContext#generate generates} from others. If so, an application without latents refuses it. Defaults to
     * false.
     */
    default boolean usesLatents() {
        return false;
    }

    /**
     * Returns whether the term uses the critic's head {@value org.gan4j.api.network.Outputs#FEATURES}. If so, a critic
     * without it is refused. Defaults to false.
     */
    default boolean usesFeatures() {
        return false;
    }

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

    /**
     * Returns whether the state changes in every step, as of a running mean of all batches, and not only in the steps in
     * which the term is added. Defaults to false.
     */
    default boolean updatesEveryStep() {
        return false;
    }

    /**
     * Returns the initial values of the term's state if they depend on the player's variables, such as a mean of each.
     * Defaults to {@link #state()}.
     *
     * @param parameters all trained variables of the player
     */
    default Map<String, Tensor> state(List<Variable> parameters) {
        return state();
    }

    /**
     * Validates the weight and the period of a term.
     *
     * @param name the name of the regularizer, for the message
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    static void require(String name, double weight, int period) {
        if (!(weight > 0) || period < 1) {
            throw new IllegalArgumentException(
                    name + " needs a weight above 0 and a period of at least 1, not " + weight + " and " + period);
        }
    }
}
