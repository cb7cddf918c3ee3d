package org.gan4j.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Stage;

/**
 * One step of a GAN on points in the plane, with two hidden layers in each network: small kernels, so that a leak in
 * any of them is visible.
 */
final class MlpStep {
    private static final int BATCH = 64;
    private final int width;
    private final RandomKey key = RandomKey.of(1);

    MlpStep(int width) {
        this.width = width;
    }

    Graph graph() {
        Tensor real = Tensor.input("real", DType.FLOAT, BATCH, 2);
        Tensor round = Tensor.input("round", DType.INT);
        List<Variable> generator = weights("generator", 2);
        List<Variable> critic = weights("critic", 1);
        Tensor z = Tensor.normal(key.child("z").at(round), BATCH, 2);
        Tensor fake = through(generator, z);
        Tensor criticLoss = through(critic, real)
                .neg()
                .softplus()
                .mean()
                .add(through(critic, fake.stopGradient()).softplus().mean());
        Tensor generatorLoss = through(critic, fake).neg().softplus().mean();
        return Graph.of(update("critic", criticLoss, critic), update("generator", generatorLoss, generator));
    }

    private List<Variable> weights(String name, int outputs) {
        List<Variable> weights = new ArrayList<>();
        int[] lengths = {2, width, width, outputs};
        for (int i = 0; i < 3; i++) {
            String layer = name + "." + i;
            weights.add(Variable.of(
                    layer,
                    Tensor.normal(key.child(layer), lengths[i], lengths[i + 1]).mul(0.1)));
        }
        return weights;
    }

    private static Tensor through(List<Variable> weights, Tensor x) {
        Tensor hidden = x.matmul(weights.get(0).value()).leakyRelu(0.2);
        return hidden.matmul(weights.get(1).value())
                .leakyRelu(0.2)
                .matmul(weights.get(2).value());
    }

    private static Stage update(String name, Tensor loss, List<Variable> parameters) {
        Stage stage = Stage.named(name).guarded(name, loss);
        List<Tensor> gradients =
                Gradients.of(loss, parameters.stream().map(Variable::value).toList());
        for (int i = 0; i < gradients.size(); i++) {
            Variable parameter = parameters.get(i);
            stage = stage.assign(
                    parameter, parameter.value().sub(gradients.get(i).mul(0.01)));
        }
        return stage;
    }
}
