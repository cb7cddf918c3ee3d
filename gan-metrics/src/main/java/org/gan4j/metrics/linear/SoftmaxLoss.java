package org.gan4j.metrics.linear;

import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/**
 * The penalized loss of {@link LinearProbe}, λ/2N ‖W‖² − 1/N Σ log P(y | x), of weights W [F,K] and biases [K], as a
 * function of their numbers in this order. An engine computes it and its gradient.
 */
final class SoftmaxLoss implements Minimum.Function, AutoCloseable {
    private static final String LOSS = "loss";
    private static final String OF_WEIGHTS = "of-weights";
    private static final String OF_BIASES = "of-biases";

    private final Session session;
    private final Program program;
    private final Shape weights;

    /**
     * @param rows the standardized features, [N,F]
     * @param labels INT [N]
     */
    SoftmaxLoss(Engine engine, TensorData rows, TensorData labels, int classes, double penalty) {
        int count = rows.shape().dim(0);
        weights = Shape.of(rows.shape().dim(1), classes);
        session = engine.open();
        // a variable, so that it is not copied in every step
        Variable features = Variable.of("features", Tensor.zeros(rows.shape().dims()));
        session.set(features, rows);
        Tensor w = Tensor.input("weights", DType.FLOAT, weights.dims());
        Tensor b = Tensor.input("biases", DType.FLOAT, classes);
        Tensor chosen = features.value()
                .matmul(w)
                .add(b)
                .logSoftmax(1)
                .mul(Tensor.oneHot(Tensor.of(labels), classes))
                .sum(1);
        Tensor loss = w.square().sum().mul(penalty / 2 / count).sub(chosen.mean());
        program = session.compile(Graph.of(Stage.named("probe")
                .output(LOSS, loss)
                .output(OF_WEIGHTS, Gradients.of(loss, w))
                .output(OF_BIASES, Gradients.of(loss, b))));
    }

    int variables() {
        return weights.size() + weights.dim(1);
    }

    @Override
    public double at(double[] point, double[] gradient) {
        float[] w = new float[weights.size()];
        float[] b = new float[weights.dim(1)];
        for (int i = 0; i < point.length; i++) {
            if (i < w.length) {
                w[i] = (float) point[i];
            } else {
                b[i - w.length] = (float) point[i];
            }
        }
        RunResult result = program.run(
                Map.of("weights", TensorData.of(w, weights), "biases", TensorData.of(b, Shape.of(b.length))));
        TensorData ofWeights = result.get(OF_WEIGHTS);
        TensorData ofBiases = result.get(OF_BIASES);
        for (int i = 0; i < point.length; i++) {
            gradient[i] = i < w.length ? ofWeights.get(i) : ofBiases.get(i - w.length);
        }
        return result.get(LOSS).get(0);
    }

    @Override
    public void close() {
        program.close();
        session.close();
    }
}
