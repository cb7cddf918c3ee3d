package org.gan4j.apps.translation;

import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.network.Network;
import org.gan4j.apps.images.ImageMapping;
import org.gan4j.tensor.Tensor;

/**
 * A generator that translates the images of one field of the data into images like those of another.
 *
 * @param generator the generator
 * @param from the field that it translates
 * @param to the field that its outputs should resemble
 */
record Translation(Network generator, Field from, Field to) {
    /** Returns the images of this update that are translated. */
    Tensor given(UpdateContext update) {
        return update.data(from.name());
    }

    /** Returns the translation of this update's batch. */
    Tensor of(UpdateContext update) {
        return update.apply(generator, given(update));
    }

    /** Returns this generator, applied to images of any size. */
    ImageMapping mapping(InferenceRunner runner) {
        return ImageMapping.of(runner, generator, from, to);
    }

    /** Returns the comparison of translations with the images that they should resemble. */
    Comparison compared(InferenceRunner runner, Pairing pairing) {
        return mapping(runner).compared(to, pairing);
    }
}
