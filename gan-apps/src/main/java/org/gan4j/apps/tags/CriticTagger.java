package org.gan4j.apps.tags;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Tagger;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** The head of a critic that tells tags. */
final class CriticTagger implements Tagger {
    private final List<String> names;
    private final Field image;
    private final InferenceRunner.Prepared probabilities;

    CriticTagger(InferenceRunner runner, CriticClassifier classifier, Field image, List<String> names) {
        this.names = names;
        this.image = image;
        this.probabilities = runner.prepare(List.of(image), (parameters, in) -> {
            Tensor features = classifier
                    .critic()
                    .apply(parameters, ForwardPass.inference(), Inputs.of(in.get(image.name())))
                    .head(Outputs.FEATURES);
            return classifier
                    .logits()
                    .apply(parameters, ForwardPass.inference(), Inputs.of(features))
                    .value()
                    .sigmoid();
        });
    }

    @Override
    public List<String> tags() {
        return names;
    }

    @Override
    public TensorData probabilities(TensorData samples, Weights weights) {
        if (!image.isBatch(samples)) {
            throw new IllegalArgumentException("this GAN tells the tags of batches [N, ...] of samples " + image.dtype()
                    + " " + image.shape() + ", not " + samples.dtype() + " " + samples.shape());
        }
        return probabilities.run(Map.of(image.name(), samples), weights);
    }
}
