package org.gan4j.apps.labels;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Validation of the critic of an application with classes. */
public record CriticProblems(GanComponents components, Network critic, Shape sample) {
    /** Returns the problems of a critic of which only the score is used. */
    public List<String> ofScore() {
        return components.criticProblems(critic, samples());
    }

    /**
     * Returns the problems of a critic of which the score and the features are used.
     *
     * @param why continues the message after "has no head features, "
     */
    public List<String> ofFeatures(String why) {
        List<String> problems = new ArrayList<>(ofScore());
        if (problems.isEmpty()) {
            Outputs outputs = critic.apply(Parameters.variables(), ForwardPass.inference(), samples());
            if (!outputs.heads().containsKey(Outputs.FEATURES)) {
                problems.add(
                        "the critic " + components.critic().name() + " has no head " + Outputs.FEATURES + ", " + why);
            }
            if (components.critic().samplesPerScore() > 1) {
                problems.add("the critic " + components.critic().name() + " has features of "
                        + components.critic().samplesPerScore()
                        + " samples together, but this application needs those of each sample: use a critic that"
                        + " scores samples one by one");
            }
        }
        return problems;
    }

    private Inputs samples() {
        Field image = new Field(Field.IMAGE, DType.FLOAT, sample);
        return Inputs.of(Tensor.input(
                image.name(),
                image.dtype(),
                image.batch(ShapeCheck.batch(components.critic())).dims()));
    }
}
