package org.gan4j.metrics.classifier;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.CosineDecay;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/**
 * The training of a classifier: cross entropy, Adam with rate 2e-3, β 0.9 and 0.999, which falls to 0 along half a
 * cosine, and 30 % of the features dropped at random. Images are neither mirrored nor moved, since that may change
 * their class. All random numbers follow from a seed.
 *
 * @param steps the number of updates
 * @param batch the number of samples in each
 * @param seed the seed
 */
record ClassifierTraining(int steps, int batch, long seed) {
    private static final Adam ADAM = Adam.of(2e-3, 0.9, 0.999);
    private static final double KEPT = 0.7;
    private static final String LOSS = "loss";

    /**
     * Trains a classifier.
     *
     * @param session the session of its weights
     * @param samples the samples, in any order
     * @param classes the number of classes
     * @throws IllegalArgumentException if the loss becomes infinite or NaN
     */
    TrainedClassifier train(Session session, LabeledSamples samples, int classes) {
        ClassifierNetwork network = new ClassifierNetwork(samples.shape(), classes, seed);
        Standardization standardization = Standardization.by(samples);
        Random random = new Random(seed);
        try (Program program = session.compile(graph(network, standardization, samples.shape(), classes))) {
            LabeledSamples order = samples;
            int next = order.size();
            for (int step = 0; step < steps; step++) {
                float[] values = new float[batch * samples.shape().size()];
                int[] labels = new int[batch];
                for (int i = 0; i < batch; i++) {
                    if (next == order.size()) {
                        order = samples.shuffled(random.nextLong());
                        next = 0;
                    }
                    labels[i] = order.labels()[next];
                    float[] row = order.rows().get(next++);
                    System.arraycopy(row, 0, values, i * row.length, row.length);
                }
                RunResult result = program.run(Map.of(
                        "samples", TensorData.of(values, samples.shape().batch(batch)),
                        "labels", TensorData.of(labels, Shape.of(batch)),
                        "step", TensorData.scalar(step)));
                result.nonFinite().ifPresent(loss -> {
                    throw new IllegalArgumentException("the loss of the classifier of these data became " + loss.value()
                            + ": check the data for numbers that are infinite or very large");
                });
            }
        }
        return new TrainedClassifier(session, network, standardization, samples.shape());
    }

    private Graph graph(ClassifierNetwork network, Standardization standardization, Shape sample, int classes) {
        Shape shape = sample.batch(batch);
        Tensor samples = Tensor.input("samples", DType.FLOAT, shape.dims());
        Tensor labels = Tensor.input("labels", DType.INT, batch);
        Tensor step = Tensor.input("step", DType.INT);
        Tensor features = network.features(standardization.of(samples));
        RandomKey dropout = RandomKey.of(seed).child("classifier/dropout").at(step);
        Tensor kept = features.mul(dropout.bernoulli(KEPT, batch, ClassifierNetwork.FEATURES))
                .div(KEPT);
        Tensor logarithms = network.logits(kept).logSoftmax(1);
        Tensor loss =
                logarithms.mul(Tensor.oneHot(labels, classes)).sum(1).mean().neg();
        List<Variable> variables = network.variables();
        List<Tensor> gradients =
                Gradients.of(loss, variables.stream().map(Variable::value).toList());
        Tensor rate = new CosineDecay(steps, 0).factor(step.cast(DType.DOUBLE));
        return Graph.of(Stage.named("train")
                .guarded(LOSS, loss)
                .assign(ADAM.bind(variables, VariableScope.of("classifier/adam", seed))
                        .step(gradients, rate)));
    }
}
