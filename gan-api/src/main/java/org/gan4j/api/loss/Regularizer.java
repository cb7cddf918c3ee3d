package org.gan4j.api.loss;

import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;

/** A term added to the critic's objective. It may ask for gradients: they are differentiated in turn. */
public interface Regularizer extends Component {
    /** The term, a scalar, its weight included. */
    Tensor penalty(RegularizerContext context);

    /** Whether it differentiates the critic by its input: then no layer of the critic may mix samples. */
    boolean usesInputGradient();

    /** Added in each so-many-th round only; 1 is each round. */
    default int period() {
        return 1;
    }
}
