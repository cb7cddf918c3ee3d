package org.gan4j.api.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.tensor.Tensor;

/**
 * What a network is given: a main tensor (latents for a generator, samples for a critic), and conditions by name.
 */
public record Inputs(Tensor value, Map<String, Tensor> conditions) {
    public Inputs {
        conditions = Map.copyOf(conditions);
    }

    public static Inputs of(Tensor value) {
        return new Inputs(value, Map.of());
    }

    /** The same with one more condition, such as a label. */
    public Inputs with(String name, Tensor condition) {
        Map<String, Tensor> more = new LinkedHashMap<>(conditions);
        more.put(name, condition);
        return new Inputs(value, more);
    }

    /** The condition of this name. */
    public Tensor condition(String name) {
        Tensor condition = conditions.get(name);
        if (condition == null) {
            throw new IllegalArgumentException("no condition " + name + " was given; there are " + conditions.keySet());
        }
        return condition;
    }
}
