package org.gan4j.api.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A forward pass through networks, in training or inference mode. In training, layers report the next values of their
 * state variables, such as running means. All layers see the state from the start of the update; if a variable is
 * reported several times, its next value is the mean of the reports.
 */
public final class ForwardPass {
    private final boolean training;
    private final RandomKey random;
    private final Map<Variable, List<Tensor>> reports = new LinkedHashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();

    private ForwardPass(boolean training, RandomKey random) {
        this.training = training;
        this.random = random;
    }

    /**
     * Returns a pass in training mode.
     *
     * @param random the random stream for layers that draw numbers, such as dropout
     */
    public static ForwardPass training(RandomKey random) {
        return new ForwardPass(true, random);
    }

    /**
     * Returns a pass in inference mode: it draws no random numbers, updates no state, and keeps the samples of a batch
     * independent of each other.
     */
    public static ForwardPass inference() {
        return new ForwardPass(false, null);
    }

    /** Returns whether this pass is in training mode. */
    public boolean isTraining() {
        return training;
    }

    /**
     * Returns the random stream that all layers share. Layers use {@link #random(String)} instead.
     *
     * @throws IllegalStateException if this pass is in inference mode
     */
    public RandomKey random() {
        if (random == null) {
            throw new IllegalStateException(
                    "a pass in inference mode draws no random numbers: check isTraining() first");
        }
        return random;
    }

    /**
     * Returns the random stream of one application of a layer. A layer that is applied several times in a pass, as a
     * critic's layers are to real and then to generated samples, gets a different stream each time. The streams depend
     * only on the order of the calls, so tracing a network twice in the same way draws the same numbers.
     *
     * @param layer the layer's unique path
     * @throws IllegalStateException if this pass is in inference mode
     */
    public RandomKey random(String layer) {
        RandomKey stream = random().child(layer);
        return stream.child("call" + calls.merge(layer, 1, Integer::sum));
    }

    /** Reports the next value of a state variable. Does nothing in inference mode. */
    public void update(Variable state, Tensor next) {
        if (training) {
            reports.computeIfAbsent(state, any -> new ArrayList<>()).add(next);
        }
    }

    /** Returns the next value of each reported state variable: the mean of its reports, without gradient. */
    public Map<Variable, Tensor> updates() {
        Map<Variable, Tensor> updates = new LinkedHashMap<>();
        reports.forEach((state, values) -> updates.put(
                state,
                values.stream()
                        .reduce(Tensor::add)
                        .orElseThrow()
                        .div(values.size())
                        .stopGradient()));
        return updates;
    }
}
