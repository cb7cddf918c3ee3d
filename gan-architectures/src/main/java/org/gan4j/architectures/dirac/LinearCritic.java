package org.gan4j.architectures.dirac;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A linear critic without a bias: D(x) = ψ · x, the sum over all numbers of a sample of any shape.
 *
 * @param initial the initial value of each weight of ψ
 */
public record LinearCritic(double initial) implements CriticArchitecture {
    public LinearCritic initial(double psi) {
        return new LinearCritic(psi);
    }

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String summary() {
        return "a weighted sum without a bias, as in Dirac-GAN (Mescheder et al. 2018)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.conditions("the linear critic", spec));
        if (spec.input().shape().size() == 0) {
            problems.add("the data have samples without numbers, "
                    + spec.input().shape() + ": use data with at least one number per sample");
        }
        return problems;
    }

    @Override
    public Network build(NetworkSpec spec) {
        int numbers = spec.input().shape().size();
        Tensor start = Tensor.full(initial, numbers, 1);
        return Sequential.in(spec.scope())
                .input(spec.input().shape().dims())
                .add(new Product(Variable.weight(spec.scope().path() + "/psi", start, 1)))
                .build();
    }

    private record Product(Variable psi) implements Layer {
        @Override
        public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
            int numbers = psi.shape().dim(0);
            return x.reshape(-1, numbers).matmul(parameters.get(psi)).reshape(-1);
        }

        @Override
        public List<Variable> parameters() {
            return List.of(psi);
        }

        @Override
        public String kind() {
            return "linear";
        }
    }
}
