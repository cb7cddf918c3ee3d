package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * A generator from latents and a critic, as components build them for two shapes.
 *
 * @param components the components
 * @param made the shape of one output of the generator
 * @param criticName the scope of the critic
 * @param scored the shape of one sample that the critic scores
 */
record LatentPair(GanComponents components, Shape made, String criticName, Shape scored) {
    /** Returns the pair of a critic that scores the generator's outputs as they are. */
    static LatentPair of(GanComponents components, Shape sample) {
        return new LatentPair(components, sample, "critic", sample);
    }

    private NetworkSpec generatorSpec(long seed) {
        return components.generatorSpec(made, seed);
    }

    private NetworkSpec criticSpec(long seed) {
        return components.criticSpec(scored, seed).scope(VariableScope.of(criticName, seed));
    }

    Network generator(long seed) {
        return components.generator().build(generatorSpec(seed));
    }

    Network critic(long seed) {
        return components.critic().build(criticSpec(seed));
    }

    GanComponents resolved() {
        return components.resolved(generatorSpec(0), criticSpec(0));
    }

    /** Returns the problems of both networks. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(components.problems(generatorSpec(0), criticSpec(0)));
        if (problems.isEmpty()) {
            Tensor latents =
                    Tensor.zeros(ShapeCheck.BATCH, components.generator().latent());
            Shape wanted = made.batch(ShapeCheck.BATCH);
            problems.addAll(
                    ShapeCheck.problems(generator(0), Inputs.of(latents), wanted, "what the application generates"));
            Shape batch = scored.batch(ShapeCheck.batch(components.critic()));
            Network critic = critic(0);
            problems.addAll(
                    components.criticProblems(critic, Inputs.of(Tensor.input("scored", DType.FLOAT, batch.dims()))));
        }
        return problems;
    }

    /** Returns a problem for each field that data lack. */
    static List<String> missing(String application, DataSchema data, String... fields) {
        return List.of(fields).stream()
                .filter(field -> !data.has(field))
                .map(field -> "the application " + application + " needs the field " + field + "; the data have "
                        + data.fields().stream().map(Field::name).toList() + ": use other data")
                .toList();
    }
}
