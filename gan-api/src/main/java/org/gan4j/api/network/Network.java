package org.gan4j.api.network;

import java.util.List;
import org.gan4j.tensor.Variable;

/** A function of its inputs and parameters, without memory of its own: variables hold all state. */
public interface Network {
    /** The path below which its variables are named, such as {@code "generator"}. */
    String name();

    /** What is trained. */
    List<Variable> parameters();

    /** What is updated by passing data through, such as running means. */
    List<Variable> state();

    /** Whether the samples of a batch influence each other in training, as batch normalization makes them do. */
    boolean mixesSamples();

    /** Builds the expression of this network applied to inputs. */
    Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs);

    /** How many numbers are trained. */
    default long parameterCount() {
        return parameters().stream()
                .mapToLong(parameter -> parameter.shape().size())
                .sum();
    }

    /** A table of what this network consists of and how many numbers each part trains, for people. */
    default NetworkSummary summary() {
        return NetworkSummary.byPath(this);
    }
}
