package org.gan4j.api.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.tensor.Tensor;

/**
 * What a network gives: a main tensor (samples from a generator, one score a sample, [N], from a critic), and further
 * heads and inner features by name.
 */
public record Outputs(Tensor value, Map<String, Tensor> heads) {
    /** The head of a critic that is what its score is made of, [N,F] or, with places, [N,F,H,W]. */
    public static final String FEATURES = "features";

    public Outputs {
        heads = Map.copyOf(heads);
    }

    public static Outputs of(Tensor value) {
        return new Outputs(value, Map.of());
    }

    /** The same with one more head or feature. */
    public Outputs with(String name, Tensor head) {
        Map<String, Tensor> more = new LinkedHashMap<>(heads);
        more.put(name, head);
        return new Outputs(value, more);
    }

    /** The head or feature of this name. */
    public Tensor head(String name) {
        Tensor head = heads.get(name);
        if (head == null) {
            throw new IllegalArgumentException("there is no head " + name + "; there are " + heads.keySet());
        }
        return head;
    }
}
