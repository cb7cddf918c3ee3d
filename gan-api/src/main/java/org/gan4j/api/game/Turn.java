package org.gan4j.api.game;

import java.util.List;
import java.util.Map;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Updates that take effect together.
 *
 * @param updates the updates, of different players
 * @param state the next values of the {@linkplain Coordination#state coordination's own variables}
 */
public record Turn(List<PlayerUpdate> updates, Map<Variable, Tensor> state) {
    /** Copies the updates. */
    public Turn {
        updates = List.copyOf(updates);
    }

    /** Returns a turn of these updates alone. */
    public static Turn of(List<PlayerUpdate> updates) {
        return new Turn(updates, Map.of());
    }
}
