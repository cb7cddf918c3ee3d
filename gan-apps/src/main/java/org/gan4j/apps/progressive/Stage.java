package org.gan4j.apps.progressive;

import java.util.OptionalInt;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * A stage of growth: one size, which fades in or is trained.
 *
 * @param name the name of its phase
 * @param level the number of the size, counted from 0
 * @param image the shape of its images, C×H×W
 * @param begin the first step, counted from 0
 * @param fades whether the size fades in
 * @param steps the number of steps; empty for no end
 * @param batchSize the batch size; empty for that of the run
 */
record Stage(String name, int level, Shape image, int begin, boolean fades, OptionalInt steps, OptionalInt batchSize) {
    /**
     * Returns how far the size has faded in, a scalar FLOAT that grows to 1: (step + 1 − begin) / steps.
     *
     * @throws java.util.NoSuchElementException if the size does not fade in
     */
    Tensor fade(UpdateContext update) {
        return update.step()
                .cast(DType.DOUBLE)
                .add(1.0 - begin)
                .div(steps.orElseThrow())
                .clamp(0, 1)
                .cast(DType.FLOAT);
    }

    /** Returns the number of sizes that the networks have after this update, less 1, with a fraction while one fades in. */
    Tensor level(UpdateContext update) {
        return fades ? fade(update).add(level - 1.0) : Tensor.full(level);
    }
}
