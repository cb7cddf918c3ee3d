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
import org.gan4j.api.network.Network;

/**
 * An {@link Application} on its data, ready to be trained.
 *
 * @param networks all that are saved and summarized
 * @param phaseSchedule how they are trained
 * @param capabilities what a trained GAN can be asked for, by the type that says how; each is made when it is first wanted
 */
public record Plan(
        List<Network> networks, PhaseSchedule phaseSchedule, Map<Class<?>, Function<InferenceRunner, ?>> capabilities) {
    public Plan {
        networks = List.copyOf(networks);
        capabilities = Map.copyOf(capabilities);
    }

    /** One without verbs. */
    public static Plan of(List<Network> networks, PhaseSchedule phaseSchedule) {
        return new Plan(networks, phaseSchedule, Map.of());
    }

    /** The same with one more verb. */
    public <V> Plan with(Class<V> capability, Function<InferenceRunner, V> made) {
        Map<Class<?>, Function<InferenceRunner, ?>> more = new LinkedHashMap<>(capabilities);
        more.put(capability, made);
        return new Plan(networks, phaseSchedule, more);
    }

    /** The same with the verbs of a generator that is given latents alone, and whose samples should be like a field. */
    public Plan sampling(Network generator, int latent, Field like) {
        return with(LatentSampler.class, runner -> LatentSampler.of(runner, generator, latent))
                .with(Evaluable.class, runner -> Evaluable.samples(like, LatentSampler.of(runner, generator, latent)));
    }

    public boolean has(Class<?> capability) {
        return capabilities.containsKey(capability);
    }

    /** @throws IllegalArgumentException if there is no verb of this type, with those there are */
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
