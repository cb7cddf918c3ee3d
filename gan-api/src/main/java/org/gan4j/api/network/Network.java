package org.gan4j.api.network;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.tensor.Variable;

/** A pure function of inputs and parameters. Variables hold all of its state. */
public interface Network {
    /** Returns the path that begins the names of its variables, such as {@code "generator"}. */
    String name();

    /** Returns the variables that an optimizer trains. */
    List<Variable> parameters();

    /** Returns the variables that forward passes update, such as running means. */
    List<Variable> state();

    /** Returns the parameters, then the state. */
    default Stream<Variable> variables() {
        return Stream.concat(parameters().stream(), state().stream());
    }

    /** Returns whether the samples of a batch influence each other in training, as they do with batch normalization. */
    boolean mixesSamples();

    /**
     * Returns whether a regularizer may differentiate this network with respect to its inputs, sample by sample, as
     * gradient penalties do. By default, it may if no samples mix. A network of layers that mix samples a little, such as
     * ProGAN's standard deviation of a batch, may allow it too; with batch normalization, the gradient of a sample's score
     * would not be its own.
     */
    default boolean allowsInputGradients() {
        return !mixesSamples();
    }

    /**
     * Applies this network to inputs.
     *
     * @param parameters the values that stand for its variables
     * @param pass the mode, random streams and state updates
     * @param inputs the inputs, [N, ...]
     * @throws org.gan4j.tensor.ShapeException if the inputs have a wrong shape
     */
    Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs);

    /** Returns the number of trainable values. */
    default long parameterCount() {
        return parameters().stream()
                .mapToLong(parameter -> parameter.shape().size())
                .sum();
    }

    /** Returns a summary of its parts and their parameter counts, which prints as a table. */
    default NetworkSummary summary() {
        return NetworkSummary.byPath(this);
    }
}
