package org.gan4j.architectures.layers;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A piece of a network with one input and one output. */
public interface Layer {
    Tensor apply(Parameters parameters, ForwardPass pass, Tensor x);

    /**
     * The same with what the network is given besides, by name; most layers have no use for it.
     *
     * @param conditions such as {@code label}, INT [N]
     */
    default Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Map<String, Tensor> conditions) {
        return apply(parameters, pass, x);
    }

    /** What is trained. */
    default List<Variable> parameters() {
        return List.of();
    }

    /** What passing data through updates. */
    default List<Variable> state() {
        return List.of();
    }

    /** Whether the samples of a batch influence each other in training. */
    default boolean mixesSamples() {
        return false;
    }

    /** What it is, in a word or two, for summaries. */
    default String kind() {
        return getClass().isSynthetic() || getClass().isAnonymousClass()
                ? ""
                : getClass().getSimpleName();
    }

    /** A layer without variables. */
    static Layer function(UnaryOperator<Tensor> function) {
        return function("", function);
    }

    /**
     * A layer without variables, such as an activation.
     *
     * @param kind what summaries call it
     */
    static Layer function(String kind, UnaryOperator<Tensor> function) {
        return new FunctionLayer(kind, function);
    }

    /**
     * Layers one after the other, as one layer.
     *
     * @param kind what summaries call it
     */
    static Layer chain(String kind, List<Layer> layers) {
        return new Chain(kind, layers);
    }
}
