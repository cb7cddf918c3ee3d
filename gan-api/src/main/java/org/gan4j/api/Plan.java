package org.gan4j.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An {@link Application} on its data, ready to be trained.
 *
 * @param networks all that are saved and summarised
 * @param timeline how they are trained
 * @param verbs what a trained GAN can be asked for, by the type that says how; each is made when it is first wanted
 */
public record Plan(List<Network> networks, Timeline timeline, Map<Class<?>, Function<Runner, ?>> verbs) {
    public Plan {
        networks = List.copyOf(networks);
        verbs = Map.copyOf(verbs);
    }

    /** One without verbs. */
    public static Plan of(List<Network> networks, Timeline timeline) {
        return new Plan(networks, timeline, Map.of());
    }

    /** The same with one more verb. */
    public <V> Plan with(Class<V> verb, Function<Runner, V> made) {
        Map<Class<?>, Function<Runner, ?>> more = new LinkedHashMap<>(verbs);
        more.put(verb, made);
        return new Plan(networks, timeline, more);
    }

    /** The same with the verbs of a generator that is given latents alone, and whose samples should be like a field. */
    public Plan sampling(Network generator, int latent, Field like) {
        return with(LatentSampling.class, runner -> LatentSampling.of(runner, generator, latent))
                .with(Comparing.class, runner -> Comparing.samples(like, LatentSampling.of(runner, generator, latent)));
    }

    public boolean has(Class<?> verb) {
        return verbs.containsKey(verb);
    }

    /** @throws IllegalArgumentException if there is no verb of this type, with those there are */
    public <V> V verb(Class<V> verb, Runner runner) {
        Function<Runner, ?> made = verbs.get(verb);
        if (made == null) {
            throw new IllegalArgumentException("this GAN has no " + verb.getSimpleName() + "; it has "
                    + verbs.keySet().stream().map(Class::getSimpleName).sorted().toList());
        }
        return verb.cast(made.apply(runner));
    }
}
