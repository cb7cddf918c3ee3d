package org.gan4j.apps.labels;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * A critic that classifies a sample by its features.
 *
 * @param critic a critic with the head {@code features}
 * @param logits the network that computes one logit per class from the features
 */
public record CriticClassifier(Network critic, Network logits) {
    /** The name of the head that holds the class logits. */
    public static final String CLASSES = "classes";

    /** Returns the shape of the critic's features for one such sample, [1,F] or [1,F,P...]. */
    public static Shape features(Network critic, Shape sample) {
        Tensor one = Tensor.zeros(sample.batch(1).dims());
        return critic.apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(one))
                .head(Outputs.FEATURES)
                .shape();
    }

    /** Returns the critic's outputs for samples, with the head {@link #CLASSES}: logits [N,K]. */
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        Outputs scored = update.apply(critic, Inputs.of(samples));
        return scored.with(
                CLASSES,
                update.apply(logits, Inputs.of(scored.head(Outputs.FEATURES))).value());
    }

    /** Returns the classifier of a trained GAN. */
    public Classifier capability(InferenceRunner runner, Field image, List<String> labels) {
        InferenceRunner.Prepared probabilities = runner.prepare(List.of(image), (parameters, in) -> {
            Tensor features = critic.apply(parameters, ForwardPass.inference(), Inputs.of(in.get(image.name())))
                    .head(Outputs.FEATURES);
            return logits.apply(parameters, ForwardPass.inference(), Inputs.of(features))
                    .value()
                    .softmax(1);
        });
        return new PreparedClassifier(labels, image, probabilities);
    }

    private record PreparedClassifier(List<String> labels, Field image, InferenceRunner.Prepared prepared)
            implements Classifier {
        @Override
        public TensorData probabilities(TensorData samples, Weights weights) {
            if (!image.isBatch(samples)) {
                throw new IllegalArgumentException("this GAN classifies batches [N, ...] of samples " + image.dtype()
                        + " " + image.shape() + ", not " + samples.dtype() + " " + samples.shape());
            }
            return prepared.run(Map.of(image.name(), samples), weights);
        }
    }
}
