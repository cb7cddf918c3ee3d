package org.gan4j.api.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.tensor.Tensor;

/**
 * The outputs of a network.
 *
 * @param value the main output: samples from a generator, scores [N, ...] from a critic
 * @param heads further outputs and intermediate features by name
 */
public record Outputs(Tensor value, Map<String, Tensor> heads) {
    /**
     * The name of the head with the features that a critic's score is computed from, [N,F] or, per position, [N,F,H,W].
     */
    public static final String FEATURES = "features";

    public Outputs {
        heads = Map.copyOf(heads);
    }

    /** Returns outputs without further heads. */
    public static Outputs of(Tensor value) {
        return new Outputs(value, Map.of());
    }

    /** Returns a copy with one more head. */
    public Outputs with(String name, Tensor head) {
        Map<String, Tensor> more = new LinkedHashMap<>(heads);
        more.put(name, head);
        return new Outputs(value, more);
    }

    /** Returns the mean of the main output of each sample, [N]: of a critic, its score, or the mean of its map of scores. */
    public Tensor perSample() {
        return value.shape().rank() == 1
                ? value
                : value.reshape(value.shape().dim(0), -1).mean(1);
    }

    /**
     * Returns the head of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor head(String name) {
        Tensor head = heads.get(name);
        if (head == null) {
            throw new IllegalArgumentException("the network has no head " + name + "; it has " + heads.keySet());
        }
        return head;
    }
}
