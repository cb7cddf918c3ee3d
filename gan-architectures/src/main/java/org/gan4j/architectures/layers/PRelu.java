package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * PReLU of [N,C,...], max(x, 0) + a min(x, 0) with one learned slope a per channel (<a
 * href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>). As in the paper, the slopes begin at 0.25.
 */
public final class PRelu implements Layer {
    private static final double SLOPE = 0.25;

    private final Variable slope;

    /** Creates the slopes of this number of channels. */
    public PRelu(VariableScope scope, int channels) {
        this.slope = scope.filled("slope", SLOPE, channels);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor a = parameters.get(slope).reshape(RunningMoments.perChannel(x));
        return x.relu().add(x.minimum(0).mul(a));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(slope);
    }

    @Override
    public String kind() {
        return "prelu";
    }
}
