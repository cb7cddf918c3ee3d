package org.gan4j.apps.replay;

import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Variable;

/**
 * The state of a store of images.
 *
 * @param kept the images, [B, sample...]
 * @param filled the number of places that are taken, FLOAT []; they come first
 */
record Places(Variable kept, Variable filled) {
    /**
     * Returns empty places.
     *
     * @param what the store, for the message
     * @throws IllegalArgumentException if there is none
     */
    static Places of(String what, String name, int size, Shape sample) {
        if (size < 1) {
            throw new IllegalArgumentException(what + " needs at least 1 place, not " + size);
        }
        VariableScope scope = VariableScope.of(name, 0);
        return new Places(scope.filled("kept", 0, sample.batch(size).dims()), scope.filled("filled", 0));
    }
}
