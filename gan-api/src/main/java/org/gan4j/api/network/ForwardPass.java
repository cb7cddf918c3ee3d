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
 * One application of networks, for training or for inference. In training, layers report what their state (running
 * means and the like) should become; all see the state as it was at the start of the move, and what several calls
 * report for one variable is averaged.
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

    /** @param random the stream for layers that draw, such as dropout */
    public static ForwardPass training(RandomKey random) {
        return new ForwardPass(true, random);
    }

    /** Nothing is drawn or updated, and samples do not influence each other. */
    public static ForwardPass inference() {
        return new ForwardPass(false, null);
    }

    public boolean isTraining() {
        return training;
    }

    /** The stream that all layers share; only in training. A layer wants {@link #random(String)}. */
    public RandomKey random() {
        if (random == null) {
            throw new IllegalStateException("nothing random happens in inference");
        }
        return random;
    }

    /**
     * The stream for one application of a layer that draws; only in training. Applied again in the same pass, as a critic
     * is to real samples and then to fakes, the layer gets another stream: its first, second, ... in the order of the
     * calls. That order alone names them, so a network traced twice in the same way draws the same numbers.
     *
     * @param layer the layer's path, which no other layer has
     */
    public RandomKey random(String layer) {
        RandomKey stream = random().child(layer);
        return stream.child("call" + calls.merge(layer, 1, Integer::sum));
    }

    /** Says what a state variable should become; ignored in inference. */
    public void update(Variable state, Tensor next) {
        if (training) {
            reports.computeIfAbsent(state, any -> new ArrayList<>()).add(next);
        }
    }

    /** What each state variable becomes: the mean of what was reported. */
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
