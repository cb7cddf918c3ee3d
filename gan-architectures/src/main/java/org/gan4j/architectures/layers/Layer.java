package org.gan4j.architectures.layers;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A part of a network with one input and one output. */
public interface Layer {
    /** Builds the expression of the layer applied to x. */
    Tensor apply(Parameters parameters, ForwardPass pass, Tensor x);

    /**
     * Builds the expression of the layer applied to x under conditions; most layers ignore them.
     *
     * @param conditions the network's further inputs by name, such as {@code label}, INT [N]
     */
    default Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Map<String, Tensor> conditions) {
        return apply(parameters, pass, x);
    }

    /** Returns the variables that are trained; defaults to none. */
    default List<Variable> parameters() {
        return List.of();
    }

    /** Returns the variables that a forward pass in training updates, such as running means; defaults to none. */
    default List<Variable> state() {
        return List.of();
    }

    /** Returns whether the samples of a batch influence each other in training; defaults to false. */
    default boolean mixesSamples() {
        return false;
    }

    /**
     * Returns whether gradient penalties may differentiate through the layer; by default, they may if it does not mix
     * samples.
     */
    default boolean allowsInputGradients() {
        return !mixesSamples();
    }

    /** Returns the layer's kind in a word or two, for summaries; defaults to the class's name. */
    default String kind() {
        return getClass().isSynthetic() || getClass().isAnonymousClass()
                ? ""
                : getClass().getSimpleName();
    }

    /** Returns a layer without variables. */
    static Layer function(UnaryOperator<Tensor> function) {
        return function("", function);
    }

    /**
     * Returns a layer without variables, such as an activation.
     *
     * @param kind its kind in summaries
     */
    static Layer function(String kind, UnaryOperator<Tensor> function) {
        return new FunctionLayer(kind, function);
    }

    /**
     * Returns a sequence of layers as one layer.
     *
     * @param kind its kind in summaries
     */
    static Layer chain(String kind, List<Layer> layers) {
        return new Chain(kind, layers);
    }

    /**
     * Returns a residual connection around a sequence of layers that keeps the shape, x + f(x), as one layer.
     *
     * @param kind its kind in summaries
     */
    static Layer residual(String kind, List<Layer> layers) {
        return new Skip(new Chain(kind, layers), Tensor::add);
    }

    /**
     * Returns a skip connection around a sequence of layers that keeps height and width, the channels of x and then those
     * of f(x), as one layer.
     *
     * @param kind its kind in summaries
     */
    static Layer concatenated(String kind, List<Layer> layers) {
        return new Skip(new Chain(kind, layers), (x, y) -> Tensor.concat(1, x, y));
    }
}
