package org.gan4j.architectures.mlp;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * A generator of linear layers: from latents [N, latent] through hidden layers [N, width] to samples of any shape.
 * Initial weights are normal with deviation gain/√(fan in): He's for activations that cut off, LeCun's for the others.
 *
 * @param latent the number of latents; 100 in the paper
 * @param layers the number of hidden layers
 * @param width units of each hidden layer
 * @param activation after each hidden layer; AUTO is ReLU, as in the paper
 * @param normalization after each hidden linear layer; AUTO is batch normalization
 * @param output the function after the last layer; AUTO is tanh for images, linear for vectors
 * @param concatenated whether each hidden layer passes its input on beside its output, so that the last one sees all, as in CTGAN
 *     (<a href="https://arxiv.org/abs/1907.00503">Xu et al. 2019</a>)
 */
public record MlpGenerator(
        int latent,
        int layers,
        int width,
        Activation activation,
        Normalization normalization,
        Output output,
        boolean concatenated)
        implements GeneratorArchitecture {
    static MlpGenerator defaults() {
        return new MlpGenerator(100, 3, 512, Activation.AUTO, Normalization.NONE, Output.AUTO, false);
    }

    public MlpGenerator latent(int count) {
        return new MlpGenerator(count, layers, width, activation, normalization, output, concatenated);
    }

    public MlpGenerator layers(int count) {
        return new MlpGenerator(latent, count, width, activation, normalization, output, concatenated);
    }

    public MlpGenerator width(int units) {
        return new MlpGenerator(latent, layers, units, activation, normalization, output, concatenated);
    }

    public MlpGenerator activation(Activation kind) {
        return new MlpGenerator(latent, layers, width, kind, normalization, output, concatenated);
    }

    public MlpGenerator normalization(Normalization kind) {
        return new MlpGenerator(latent, layers, width, activation, kind, output, concatenated);
    }

    public MlpGenerator output(Output kind) {
        return new MlpGenerator(latent, layers, width, activation, normalization, kind, concatenated);
    }

    public MlpGenerator concatenated(boolean all) {
        return new MlpGenerator(latent, layers, width, activation, normalization, output, all);
    }

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public String summary() {
        return "linear layers with ReLU, for samples of any shape";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = MlpShape.problems("generator", spec.output(), layers, width, normalization);
        if (latent < 1) {
            problems.add("the MLP generator needs at least one latent, not " + latent + ": 100 is a common choice");
        }
        problems.addAll(InputCheck.latents("the MLP generator", spec, Field.LABEL));
        return problems;
    }

    @Override
    public MlpGenerator resolved(NetworkSpec spec) {
        return activation(activation.or(Activation.RELU))
                .normalization(normalization == Normalization.AUTO ? Normalization.BATCH : normalization)
                .output(output.resolved(spec.output()));
    }

    @Override
    public Network build(NetworkSpec spec) {
        MlpGenerator decided = resolved(spec);
        Shape sample = spec.output();
        boolean biased = decided.normalization == Normalization.NONE;
        double gain = decided.activation.gain();
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dim(0));
        int units = spec.input().shape().dim(0);
        for (int i = 0; i < layers; i++) {
            double deviation = Initialization.byFanIn(units, gain);
            List<Layer> hidden = new ArrayList<>();
            hidden.add(new Linear(network.scope("hidden" + i), units, width, deviation, biased));
            decided.normalization
                    .vectorLayer(network.scope("norm" + i), width, spec.classes())
                    .ifPresent(hidden::add);
            hidden.add(decided.activation.layer());
            if (concatenated) {
                network.add(Layer.concatenated("hidden", hidden));
                units += width;
            } else {
                hidden.forEach(network::add);
                units = width;
            }
        }
        network.add(new Linear(network.scope("sample"), units, sample.size(), Initialization.byFanIn(units, 1)));
        if (decided.output == Output.TANH) {
            network.add(Layer.function("tanh", Tensor::tanh));
        }
        return network.add(Layer.function(
                        "reshape", x -> x.reshape(sample.batch(x.shape().dim(0)).dims())))
                .build();
    }
}
