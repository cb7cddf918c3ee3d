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
            Shape given = network.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(0)), inputs)
                    .value()
                    .shape();
            return given.equals(wanted)
                    ? List.of()
                    : List.of("the " + network.name() + " outputs " + given + " instead of " + wanted + " (" + what
                            + "): choose an architecture that fits the data");
        } catch (ShapeException misfit) {
            return List.of("the " + network.name() + " cannot be applied to "
                    + inputs.value().shape() + ": " + misfit.getMessage());
        }
    }
}
