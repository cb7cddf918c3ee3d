package org.gan4j.api.network;

import java.util.List;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;

/** Whether a network gives what a game needs, found out before it is played. */
public final class ShapeCheck {
    /** How many samples networks are tried on. */
    public static final int BATCH = 2;

    private ShapeCheck() {}

    /**
     * What is wrong with what a network gives for {@link #BATCH} samples; empty if nothing is.
     *
     * @param what is needed, in words
     */
    public static List<String> problems(Network network, Inputs inputs, Shape wanted, String what) {
        try {
            Shape given = network.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(0)), inputs)
                    .value()
                    .shape();
            return given.equals(wanted)
                    ? List.of()
                    : List.of("the " + network.name() + " gives " + given + " where " + what + ", " + wanted
                            + ", are needed: its architecture does not fit the data");
        } catch (ShapeException misfit) {
            return List.of("the " + network.name() + " cannot be applied to "
                    + inputs.value().shape() + ": " + misfit.getMessage());
        }
    }
}
