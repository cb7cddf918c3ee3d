package org.gan4j.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Stage;

/** One step of a DCGAN on 28×28 images, as the trainer writes it: critic, then generator, both with Adam. */
final class DcganStep {
    private final int batch;
    private final int width;
    private final RandomKey key = RandomKey.of(1);
    private final List<Variable> generator = new ArrayList<>();
    private final List<Variable> critic = new ArrayList<>();
    private final List<Variable> made = new ArrayList<>();

    DcganStep(int batch, int width) {
        this.batch = batch;
        this.width = width;
    }

    List<Variable> variables() {
        return made;
    }

    private Variable variable(List<Variable> owner, String name, Tensor initial) {
        Variable variable = Variable.of(name, initial);
        owner.add(variable);
        made.add(variable);
        return variable;
    }

    private Tensor weight(List<Variable> owner, String name, long... shape) {
        return variable(owner, name, Tensor.normal(key.child(name), shape).mul(0.05))
                .value();
    }

    private Tensor norm(List<Variable> owner, String name, Tensor x) {
        int channels = x.shape().dim(1);
        Tensor gamma = variable(owner, name + ".gamma", Tensor.ones(channels)).value();
        Tensor beta = variable(owner, name + ".beta", Tensor.zeros(channels)).value();
        return x.batchNorm(gamma, beta, 1e-5);
    }

    Graph graph() {
        Tensor real = Tensor.input("real", DType.FLOAT, batch, 1, 28, 28);
        Tensor round = Tensor.input("round", DType.INT);
        Tensor z = Tensor.normal(key.child("z").at(round), batch, 100);

        Tensor w0 = weight(generator, "g.linear", 100, 2L * width * 49);
        Tensor w1 = weight(generator, "g.up1", 2L * width, width, 4, 4);
        Tensor w2 = weight(generator, "g.up2", width, 1, 4, 4);
        Tensor h = norm(generator, "g.bn0", z.matmul(w0).reshape(batch, 2L * width, 7, 7))
                .relu();
        h = norm(generator, "g.bn1", h.convTranspose2d(w1, 2, 1)).relu();
        Tensor fake = h.convTranspose2d(w2, 2, 1).tanh();

        Tensor c0 = weight(critic, "c.down1", width, 1, 4, 4);
        Tensor c1 = weight(critic, "c.down2", 2L * width, width, 4, 4);
        Tensor c2 = weight(critic, "c.linear", 2L * width * 49, 1);
        Tensor gamma = variable(critic, "c.gamma", Tensor.ones(2L * width)).value();
        Tensor beta = variable(critic, "c.beta", Tensor.zeros(2L * width)).value();
        BiFunction<Tensor, Boolean, Tensor> score = (x, any) -> x.conv2d(c0, 2, 1)
                .leakyRelu(0.2)
                .conv2d(c1, 2, 1)
                .batchNorm(gamma, beta, 1e-5)
                .leakyRelu(0.2)
                .reshape(batch, 2L * width * 49)
                .matmul(c2);

        Tensor criticLoss = score.apply(real, true)
                .neg()
                .softplus()
                .mean()
                .add(score.apply(fake.stopGradient(), true).softplus().mean());
        Tensor generatorLoss = score.apply(fake, true).neg().softplus().mean();
        Tensor step = round.add(1).cast(DType.FLOAT);
        return Graph.of(
                adam(Stage.named("critic").guarded("critic", criticLoss), criticLoss, critic, step),
                adam(Stage.named("generator").guarded("generator", generatorLoss), generatorLoss, generator, step));
    }

    private Stage adam(Stage stage, Tensor loss, List<Variable> parameters, Tensor step) {
        List<Tensor> gradients =
                Gradients.of(loss, parameters.stream().map(Variable::value).toList());
        Tensor rate = step.mul(Math.log(0.999))
                .exp()
                .rsub(1)
                .sqrt()
                .div(step.mul(Math.log(0.5)).exp().rsub(1))
                .mul(2e-4);
        for (int i = 0; i < gradients.size(); i++) {
            Variable parameter = parameters.get(i);
            Tensor gradient = gradients.get(i);
            Variable m = variable(
                    new ArrayList<>(),
                    parameter.name() + ".m",
                    parameter.value().zerosLike());
            Variable v = variable(
                    new ArrayList<>(),
                    parameter.name() + ".v",
                    parameter.value().zerosLike());
            Tensor newM = m.value().mul(0.5).add(gradient.mul(0.5));
            Tensor newV = v.value().mul(0.999).add(gradient.square().mul(0.001));
            stage = stage.assign(m, newM)
                    .assign(v, newV)
                    .assign(
                            parameter,
                            parameter.value().sub(newM.mul(rate).div(newV.sqrt().add(1e-8))));
        }
        return stage;
    }
}
