package org.gan4j.testkit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** The two players whose losses an adversarial loss computes. */
enum LossPlayer {
    CRITIC,
    GENERATOR;

    /** The names of the results of {@link #withGradients}. */
    static final List<String> RESULTS =
            List.of("the loss", "the gradient of the real scores", "the gradient of the fake scores");

    Tensor loss(AdversarialLoss loss, Tensor real, Tensor fake) {
        return this == CRITIC ? loss.critic(real, fake) : loss.generator(real, fake);
    }

    /** Returns the loss and its gradients with respect to real and fake scores. */
    List<TensorData> withGradients(AdversarialLoss loss, Tensor real, Tensor fake) {
        Tensor value = loss(loss, real, fake);
        return Stream.concat(Stream.of(value), Gradients.of(value, List.of(real, fake)).stream())
                .map(Tensor::evaluate)
                .toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
