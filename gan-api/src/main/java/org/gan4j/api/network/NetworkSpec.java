package org.gan4j.api.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * The requirements that an {@link Architecture} builds a network for:
 *
 * <pre>
 * NetworkSpec.generator(scope, 100, Shape.of(1, 28, 28))            // latents to images
 * NetworkSpec.critic(scope, Shape.of(1, 28, 28)).independent(true)  // images to scores, under a gradient penalty
 * NetworkSpec.of(scope, sketch, Shape.of(3, 64, 64)).with(style)    // images and a condition to images
 * </pre>
 *
 * @param scope the scope of the network's variables
 * @param inputs the inputs that it is applied to, by name: first the main input, {@link Inputs#value()}, then the
 *     conditions; their shapes are those of one sample, without the batch
 * @param output the shape of its output for one sample, without the batch. A scalar from a critic means one score, or
 *     one map of scores, per sample
 * @param independentSamples whether a regularizer differentiates the critic with respect to its input, so that no layer
 *     may mix the samples of a batch
 * @param normalizedWeights whether the layers' weights are normalized, as by spectral normalization, so that the layers
 *     need no normalization of their own
 * @param classes the number of classes of conditional batch normalization, which has a scale and a shift per class and
 *     reads the condition {@code label}, INT [N]; 0 for plain batch normalization
 */
public record NetworkSpec(
        VariableScope scope,
        List<Field> inputs,
        Shape output,
        boolean independentSamples,
        boolean normalizedWeights,
        int classes) {
    /** The name of the main input of generators that generate from latents. */
    public static final String LATENTS = "latents";

    /**
     * Validates the inputs.
     *
     * @throws IllegalArgumentException if there is no input, or two inputs have the same name
     */
    public NetworkSpec {
        inputs = List.copyOf(inputs);
        Set<String> names = new HashSet<>();
        for (Field input : inputs) {
            if (!names.add(input.name())) {
                throw new IllegalArgumentException("the network " + scope.path() + " has two inputs named "
                        + input.name() + ": rename one of them");
            }
        }
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("the network " + scope.path() + " has no input: give it a main input");
        }
    }

    /** Returns a spec with one input. */
    public static NetworkSpec of(VariableScope scope, Field input, Shape output) {
        return new NetworkSpec(scope, List.of(input), output, false, false, 0);
    }

    /**
     * Returns the spec of a generator from latents.
     *
     * @param latent the number of latents per sample
     * @param sample the shape of one sample, without the batch: C×H×W for images
     */
    public static NetworkSpec generator(VariableScope scope, int latent, Shape sample) {
        return of(scope, latentField(latent), sample);
    }

    /**
     * Returns the spec of a critic of samples in the field {@code image}.
     *
     * @param sample the shape of one sample, without the batch: C×H×W for images
     */
    public static NetworkSpec critic(VariableScope scope, Shape sample) {
        return of(scope, new Field(Field.IMAGE, DType.FLOAT, sample), Shape.scalar());
    }

    private static Field latentField(int count) {
        return new Field(LATENTS, DType.FLOAT, Shape.of(count));
    }

    /** Returns the main input. */
    public Field input() {
        return inputs.get(0);
    }

    /** Returns the conditions: all inputs but the main one. */
    public List<Field> conditions() {
        return inputs.subList(1, inputs.size());
    }

    /** Returns the number of latents per sample if the main input is a vector of latents, else empty. */
    public OptionalInt latents() {
        boolean given = input().name().equals(LATENTS) && input().shape().rank() == 1;
        return given ? OptionalInt.of(input().shape().dim(0)) : OptionalInt.empty();
    }

    /** Returns a copy whose variables are in another scope, such as that of a second critic. */
    public NetworkSpec scope(VariableScope other) {
        return new NetworkSpec(other, inputs, output, independentSamples, normalizedWeights, classes);
    }

    /** Returns a copy with another number of latents, such as one that includes an appended one-hot label. */
    public NetworkSpec latents(int count) {
        return input(latentField(count));
    }

    /**
     * Returns a copy with another main input.
     *
     * @throws IllegalArgumentException if a condition has the same name
     */
    public NetworkSpec input(Field main) {
        List<Field> all = new ArrayList<>(inputs);
        all.set(0, main);
        return new NetworkSpec(scope, all, output, independentSamples, normalizedWeights, classes);
    }

    /**
     * Returns a copy with one more condition.
     *
     * @throws IllegalArgumentException if an input has the same name
     */
    public NetworkSpec with(Field condition) {
        List<Field> all = new ArrayList<>(inputs);
        all.add(condition);
        return new NetworkSpec(scope, all, output, independentSamples, normalizedWeights, classes);
    }

    /** Returns a copy in which layers may or may not mix the samples of a batch. */
    public NetworkSpec independent(boolean samples) {
        return new NetworkSpec(scope, inputs, output, samples, normalizedWeights, classes);
    }

    /**
     * Returns a copy in which the layers' weights are or are not normalized, as by spectral normalization, so that the
     * layers need no normalization of their own.
     */
    public NetworkSpec normalized(boolean weights) {
        return new NetworkSpec(scope, inputs, output, independentSamples, weights, classes);
    }

    /** Returns a copy with conditional batch normalization for this many classes. */
    public NetworkSpec classes(int count) {
        return new NetworkSpec(scope, inputs, output, independentSamples, normalizedWeights, count);
    }
}
