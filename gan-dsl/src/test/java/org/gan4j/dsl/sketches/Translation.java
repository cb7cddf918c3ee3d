package org.gan4j.dsl.sketches;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.Tensor;

/**
 * A generator that maps one field of the data to another.
 *
 * @param generator the generator
 * @param from the field that it maps
 * @param before changes the field before the generator gets it
 * @param to the field that its outputs should resemble
 */
record Translation(Network generator, Field from, UnaryOperator<Tensor> before, Field to) {
    /** The options that applications without latents use. */
    static final Set<GanOption<?>> USES = GanComponents.OPTIONS.stream()
            .filter(option -> option != GanComponents.LATENTS)
            .collect(Collectors.toUnmodifiableSet());

    Translation(Network generator, Field from, Field to) {
        this(generator, from, UnaryOperator.identity(), to);
    }

    /** Returns the translation of this update's batch. */
    Tensor of(UpdateContext update) {
        return update.apply(generator, before.apply(update.data(from.name())));
    }

    /** Returns the comparison of translations with the data. */
    Comparison compared(InferenceRunner runner, Pairing pairing) {
        InferenceRunner.Prepared made = runner.prepare(List.of(from), (parameters, in) -> generator
                .apply(parameters, ForwardPass.inference(), Inputs.of(before.apply(in.get(from.name()))))
                .value());
        return new Comparison(to, pairing, LatentSpace.none(), (rows, latents, weights) -> made.run(rows, weights));
    }
}
