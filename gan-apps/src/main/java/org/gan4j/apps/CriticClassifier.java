package org.gan4j.apps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.Classifying;
import org.gan4j.api.Field;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.MovingAverage;
import org.gan4j.api.Network;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Runner;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * A critic that tells the class of a sample by its features.
 *
 * @param critic has the head {@code features}
 * @param logits makes a logit for each class from them
 */
record CriticClassifier(Network critic, Network logits) {
    static final String CLASSES = "classes";

    /** The features that a critic names of one such sample, [1,F] or with places. */
    static Shape features(Network critic, Shape sample) {
        Tensor one = Tensor.zeros(
                new Field(Field.IMAGE, DType.FLOAT, sample).batch(1).dims());
        return critic.apply(Parameters.variables(), Pass.inference(), Inputs.of(one))
                .head(Outputs.FEATURES)
                .shape();
    }

    /** What the critic says of samples, and the head {@link #CLASSES}: logits [N,K]. */
    Outputs judge(Move move, Tensor samples) {
        Outputs judged = move.apply(critic, Inputs.of(samples));
        return judged.with(
                CLASSES,
                move.apply(logits, Inputs.of(judged.head(Outputs.FEATURES))).value());
    }

    /** @param averages whether moving averages of both networks are kept */
    Classifying verb(Runner runner, Field image, List<String> labels, boolean averages) {
        return new Verb(
                labels,
                image,
                prepared(runner, image, Parameters.variables(), Parameters.variables()),
                averages
                        ? Optional.of(prepared(
                                runner, image, MovingAverage.parameters(critic), MovingAverage.parameters(logits)))
                        : Optional.empty());
    }

    private Runner.Prepared prepared(Runner runner, Field image, Parameters ofCritic, Parameters ofLogits) {
        return runner.prepare(List.of(image), in -> {
            Tensor features = critic.apply(ofCritic, Pass.inference(), Inputs.of(in.get(image.name())))
                    .head(Outputs.FEATURES);
            return logits.apply(ofLogits, Pass.inference(), Inputs.of(features))
                    .value()
                    .softmax(1);
        });
    }

    private record Verb(List<String> labels, Field image, Runner.Prepared newest, Optional<Runner.Prepared> averages)
            implements Classifying {
        @Override
        public TensorData probabilities(TensorData samples, boolean averaged) {
            Shape shape = samples.shape();
            if (samples.dtype() != image.dtype() || shape.rank() == 0 || !shape.equals(image.batch(shape.dim(0)))) {
                throw new IllegalArgumentException("this GAN classifies samples [N, ...] of " + image.dtype() + " "
                        + image.shape() + " each, not " + samples.dtype() + " " + shape);
            }
            Runner.Prepared asked = averaged
                    ? averages.orElseThrow(() -> new IllegalArgumentException(
                            "this GAN keeps no moving average of its critic: ask for its newest weights"))
                    : newest;
            return asked.run(Map.of(image.name(), samples));
        }
    }
}
