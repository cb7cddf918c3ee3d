package org.gan4j.api.network;

import java.util.List;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;

/** A check, before training, that a network accepts its inputs and that its output has the shape that a game needs. */
public final class ShapeCheck {
    /** The number of samples per batch in the check. */
    public static final int BATCH = 2;

    private ShapeCheck() {}

    /** Returns the number of samples per batch in the check of a critic: {@link #BATCH} scores' worth. */
    public static int batch(CriticArchitecture critic) {
        return BATCH * critic.samplesPerScore();
    }

    /**
     * Validates that a critic outputs one score, or one map of scores, per sample, or per pack of samples. Returns one
     * message per problem; empty if the critic fits.
     *
     * @param critic the critic to check
     * @param inputs inputs of {@link #batch} samples
     * @param samplesPerScore the number of samples that are scored together
     */
    public static List<String> scores(Network critic, Inputs inputs, int samplesPerScore) {
        try {
            Shape given = output(critic, inputs);
            return given.rank() > 0 && given.dim(0) == BATCH
                    ? List.of()
                    : List.of("the " + critic.name() + " outputs " + given + " for " + BATCH * samplesPerScore
                            + " samples instead of [" + BATCH + ", ...] (one score, or one map of scores, per "
                            + (samplesPerScore == 1 ? "sample" : "pack of " + samplesPerScore + " samples")
                            + "): choose an architecture that fits the data");
        } catch (ShapeException misfit) {
            return misfit(critic, inputs, misfit);
        }
    }

    /**
     * Validates the shape of a network's output for {@link #BATCH} samples. Returns one message per problem; empty if
     * the network fits.
     *
     * @param network the network to check
     * @param inputs inputs of {@link #BATCH} samples
     * @param wanted the required shape of the main output
     * @param what a description of the required output for the message, such as "one score per sample"
     */
    public static List<String> problems(Network network, Inputs inputs, Shape wanted, String what) {
        try {
            Shape given = output(network, inputs);
            return given.equals(wanted)
                    ? List.of()
                    : List.of("the " + network.name() + " outputs " + given + " instead of " + wanted + " (" + what
                            + "): choose an architecture that fits the data");
        } catch (ShapeException misfit) {
            return misfit(network, inputs, misfit);
        }
    }

    private static Shape output(Network network, Inputs inputs) {
        return network.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(0)), inputs)
                .value()
                .shape();
    }

    private static List<String> misfit(Network network, Inputs inputs, ShapeException misfit) {
        return List.of("the " + network.name() + " cannot be applied to "
                + inputs.value().shape() + ": " + misfit.getMessage());
    }
}
