package org.gan4j.architectures.dirac;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A generator of a single point: whatever its latents, all samples are its parameter θ, which has the shape of a sample.
 *
 * @param initial the initial value of each number of θ
 */
public record DiracGenerator(double initial) implements GeneratorArchitecture {
    public DiracGenerator initial(double theta) {
        return new DiracGenerator(theta);
    }

    @Override
    public String name() {
        return "dirac";
    }

    @Override
    public String summary() {
        return "one learned sample, whatever the latents (Dirac-GAN, Mescheder et al. 2018)";
    }

    @Override
    public int latent() {
        return 1;
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        return InputCheck.latents("the generator of a single point", spec);
    }

    @Override
    public Network build(NetworkSpec spec) {
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        Variable theta = spec.scope().filled("theta", initial, spec.output().dims());
        return network.add(new Point(theta)).build();
    }

    private record Point(Variable theta) implements Layer {
        @Override
        public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
            return parameters
                    .get(theta)
                    .broadcastTo(theta.shape().batch(x.shape().dim(0)));
        }

        @Override
        public List<Variable> parameters() {
            return List.of(theta);
        }

        @Override
        public String kind() {
            return "point";
        }
    }
}
