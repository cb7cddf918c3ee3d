package org.gan4j.api.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Network;

/**
 * The plan of an {@link Application} for its data, ready for training.
 *
 * @param networks the networks to save and to summarize
 * @param phaseSchedule the phases of their training
 * @param capabilities the factories of the trained GAN's capabilities, by the capability's interface; each is called on
 *     demand
 */
public record Plan(
        List<Network> networks, PhaseSchedule phaseSchedule, Map<Class<?>, Function<InferenceRunner, ?>> capabilities) {
    public Plan {
        networks = List.copyOf(networks);
        capabilities = Map.copyOf(capabilities);
    }

    /** Returns a plan without capabilities. */
    public static Plan of(List<Network> networks, PhaseSchedule phaseSchedule) {
        return new Plan(networks, phaseSchedule, Map.of());
    }

    /**
     * Returns a copy with one more capability.
     *
     * @param capability the capability's interface
     * @param made creates the capability from a runner
     */
    public <V> Plan with(Class<V> capability, Function<InferenceRunner, V> made) {
        Map<Class<?>, Function<InferenceRunner, ?>> more = new LinkedHashMap<>(capabilities);
        more.put(capability, made);
        return new Plan(networks, phaseSchedule, more);
    }

    /**
     * Returns a copy with the capabilities {@link LatentSampler} and {@link Evaluable} of a generator whose only inputs
     * are latents.
     *
     * @param generator the generator
     * @param space the latents
     * @param like the field of the data that the samples should resemble
     */
    public Plan sampling(Network generator, LatentSpace space, Field like) {
        return with(LatentSampler.class, runner -> LatentSampler.of(runner, generator, space))
                .with(Evaluable.class, runner -> Evaluable.samples(like, LatentSampler.of(runner, generator, space)));
    }

    /** Returns a copy with other phases. */
    public Plan with(PhaseSchedule other) {
        return new Plan(networks, other, capabilities);
    }

    /** Returns whether the trained GAN has a capability. */
    public boolean has(Class<?> capability) {
        return capabilities.containsKey(capability);
    }

    /**
     * Creates a capability.
     *
     * @param capability the capability's interface
     * @param runner runs the capability's networks
     * @throws IllegalArgumentException if this plan has no such capability; the message lists those that it has
     */
    public <V> V capability(Class<V> capability, InferenceRunner runner) {
        Function<InferenceRunner, ?> made = capabilities.get(capability);
        if (made == null) {
            throw new IllegalArgumentException("this GAN has no " + capability.getSimpleName() + "; it has "
                    + capabilities.keySet().stream()
                            .map(Class::getSimpleName)
                            .sorted()
                            .toList());
        }
        return capability.cast(made.apply(runner));
    }
}
