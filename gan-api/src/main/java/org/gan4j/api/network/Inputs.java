package org.gan4j.api.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.tensor.Tensor;

/**
 * The inputs of a network.
 *
 * @param value the main input: latents for a generator, samples for a critic
 * @param conditions further inputs by name, such as a label
 */
public record Inputs(Tensor value, Map<String, Tensor> conditions) {
    public Inputs {
        conditions = Map.copyOf(conditions);
    }

    /** Returns inputs without conditions. */
    public static Inputs of(Tensor value) {
        return new Inputs(value, Map.of());
    }

    /** Returns a copy with one more condition, such as a label. */
    public Inputs with(String name, Tensor condition) {
        Map<String, Tensor> more = new LinkedHashMap<>(conditions);
        more.put(name, condition);
        return new Inputs(value, more);
    }

    /**
     * Returns the condition of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor condition(String name) {
        Tensor condition = conditions.get(name);
        if (condition == null) {
            throw new IllegalArgumentException(
                    "the network got no condition " + name + "; it got " + conditions.keySet());
        }
        return condition;
    }
}
