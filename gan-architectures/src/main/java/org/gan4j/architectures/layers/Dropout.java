package org.gan4j.architectures.layers;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;

/**
 * Dropout (<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>): in training each number
 * is set to 0 with probability p, the others are divided by 1 - p, so the expected value stays; in inference nothing
 * happens. Each application within a move draws a mask of its own: real and fake samples do not share one.
 */
public final class Dropout implements Layer {
    private final String path;
    private final double probability;

    /** @param scope names the random stream; nothing else may use it */
    public Dropout(VariableScope scope, double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "the probability of dropout must be at least 0 and below 1, not " + probability);
        }
        this.path = scope.path();
        this.probability = probability;
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        if (!pass.isTraining() || probability == 0) {
            return x;
        }
        double kept = 1 - probability;
        Tensor mask = pass.random(path).bernoulli(kept, x.shape().dims());
        return x.mul(mask.div(kept));
    }
}
