package org.gan4j.metrics.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.api.evaluation.Extraction.Extracted;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.io.Safetensors;

/** A trained network, compiled for batches of one size. Closing it frees its program; the session stays open. */
final class TrainedClassifier implements AutoCloseable {
    private static final int BATCH = 100;
    private static final String SAMPLES = "samples";
    private static final String FEATURES = "features";
    private static final String PROBABILITIES = "probabilities";

    private final Program program;
    private final Shape batch;
    private final String digest;

    TrainedClassifier(Session session, ClassifierNetwork network, Standardization standardization, Shape sample) {
        batch = sample.batch(BATCH);
        Tensor samples = Tensor.input(SAMPLES, DType.FLOAT, batch.dims());
        Tensor features = network.features(standardization.of(samples));
        program = session.compile(Graph.of(Stage.named("classifier")
                .output(FEATURES, features)
                .output(PROBABILITIES, network.logits(features).softmax(1))));
        Map<String, TensorData> weights = new TreeMap<>(standardization.tensors());
        for (Variable variable : network.variables()) {
            weights.put(variable.name(), session.get(variable));
        }
        digest = new Safetensors(weights, Map.of()).digest();
    }

    /** Returns a digest of the weights. */
    String digest() {
        return digest;
    }

    /** Returns the features and probabilities of samples [N, ...]. */
    Extracted of(TensorData samples) {
        List<TensorData> features = new ArrayList<>();
        List<TensorData> probabilities = new ArrayList<>();
        for (int from = 0; from < samples.shape().dim(0); from += BATCH) {
            int count = Math.min(BATCH, samples.shape().dim(0) - from);
            TensorData full = samples.rows(from, from + count).padded(BATCH);
            Map<String, TensorData> results = program.run(Map.of(SAMPLES, full)).outputs();
            features.add(results.get(FEATURES).rows(0, count));
            probabilities.add(results.get(PROBABILITIES).rows(0, count));
        }
        return new Extracted(TensorData.joined(features), Optional.of(TensorData.joined(probabilities)));
    }

    /** Returns the most probable class of each sample. */
    int[] classes(LabeledSamples samples) {
        int[] classes = new int[samples.size()];
        for (int from = 0; from < classes.length; from += BATCH) {
            int to = Math.min(classes.length, from + BATCH);
            TensorData probabilities =
                    of(samples.values(from, to)).probabilities().orElseThrow();
            for (int i = from; i < to; i++) {
                classes[i] = best(probabilities, i - from);
            }
        }
        return classes;
    }

    private static int best(TensorData probabilities, int row) {
        int count = probabilities.shape().dim(1);
        int best = 0;
        for (int k = 1; k < count; k++) {
            best = probabilities.get(row * count + k) > probabilities.get(row * count + best) ? k : best;
        }
        return best;
    }

    @Override
    public void close() {
        program.close();
    }
}
