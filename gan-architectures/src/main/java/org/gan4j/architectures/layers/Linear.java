package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Scope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** x W + b: from [N, in] to [N, out]. */
public final class Linear implements Layer {
    private final Variable weight;
    private final Variable bias;

    /** @param deviation of the normal numbers that the weights start with; 0.02 is DCGAN's */
    public Linear(Scope scope, int in, int out, double deviation) {
        this.weight = scope.normal("weight", 0, deviation, in, out);
        this.bias = scope.filled("bias", 0, out);
    }

    @Override
    public Tensor apply(Parameters parameters, Pass pass, Tensor x) {
        return x.matmul(parameters.get(weight)).add(parameters.get(bias));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight, bias);
    }
}
