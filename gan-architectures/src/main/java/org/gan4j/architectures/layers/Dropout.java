package org.gan4j.architectures.layers;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;

/**
 * Dropout (<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>): in training, each number
 * is set to 0 with probability p and the others are divided by 1 - p, which keeps the expected value; inference passes x
 * through. Each application within an update draws its own mask: real and fake samples do not share one.
 */
public final class Dropout implements Layer {
    private final String path;
    private final double probability;

    /**
     * Creates a dropout layer.
     *
     * @param scope the name of the random stream; nothing else may use it
     * @param probability p, at least 0 and below 1
     * @throws IllegalArgumentException if the probability is out of range
     */
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
