package org.gan4j.testkit;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.api.loss.GivenRegularizerContext;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A critic and a generator of one smooth hidden layer, and a batch of images [N,1,4,4], which a regularizer is tried
 * with.
 *
 * @param real the real images
 * @param latents the latents of the generated ones
 * @param seen changes the images on their way to the critic
 * @param scored changes the critic's outputs
 * @param generated changes the generated images
 */
record TinyGan(
        Tensor real,
        Tensor latents,
        UnaryOperator<Tensor> seen,
        UnaryOperator<Outputs> scored,
        UnaryOperator<Tensor> generated) {
    static final int BATCH = 4;
    static final int PATCHES = 4;

    private static final int LATENTS = 3;
    private static final int SIDE = 4;
    private static final int PIXELS = SIDE * SIDE;
    private static final int HIDDEN = 5;
    private static final RandomKey RANDOM = RandomKey.of(29);
    private static final Affine HIDDEN_OF_CRITIC = Affine.of("critic/hidden", PIXELS, HIDDEN);
    private static final Affine SCORE = Affine.of("critic/score", HIDDEN, PATCHES);
    private static final Affine HIDDEN_OF_GENERATOR = Affine.of("generator/hidden", LATENTS, HIDDEN);
    private static final Affine SAMPLE = Affine.of("generator/sample", HIDDEN, PIXELS);

    private record Affine(Variable weight, Variable bias) {
        static Affine of(String name, int inputs, int outputs) {
            VariableScope scope = VariableScope.of(name, 17);
            return new Affine(
                    scope.weight("weight", 1, 1 / Math.sqrt(inputs), inputs, outputs),
                    scope.normal("bias", 0, 0.1, outputs));
        }

        Tensor apply(Parameters parameters, Tensor x) {
            return x.matmul(parameters.get(weight)).add(parameters.get(bias));
        }
    }

    /** Returns the pair whose critic has one score per image. */
    static TinyGan single() {
        return new TinyGan(
                constant(RANDOM.child("real").normal(BATCH, 1, SIDE, SIDE)),
                constant(RANDOM.child("latents").normal(BATCH, LATENTS)),
                images -> images,
                TinyGan::averaged,
                images -> images);
    }

    private static Tensor constant(Tensor tensor) {
        return Tensor.of(tensor.evaluate());
    }

    private static Outputs averaged(Outputs outputs) {
        return new Outputs(outputs.value().mean(1), outputs.heads());
    }

    /** Returns a copy with another change of the images that the critic sees. */
    TinyGan seen(UnaryOperator<Tensor> change) {
        return new TinyGan(real, latents, change, scored, generated);
    }

    /** Returns a copy with a further change of the critic's outputs. */
    TinyGan scored(UnaryOperator<Outputs> change) {
        return new TinyGan(real, latents, seen, outputs -> change.apply(scored.apply(outputs)), generated);
    }

    /** Returns a copy whose critic has a map of scores per image, [N,1,2,2]. */
    TinyGan patches() {
        UnaryOperator<Outputs> map =
                outputs -> new Outputs(outputs.value().reshape(-1, 1, 2, PATCHES / 2), outputs.heads());
        return new TinyGan(real, latents, seen, map, generated);
    }

    /** Returns a copy whose critic has one score for two images. */
    TinyGan packs() {
        return scored(
                outputs -> new Outputs(outputs.value().tanh().reshape(-1, 2).sum(1), outputs.heads()));
    }

    /** Returns a copy with another change of the generated images. */
    TinyGan generated(UnaryOperator<Tensor> change) {
        return new TinyGan(real, latents, seen, scored, change);
    }

    /** Returns a copy in which each image is there twice. */
    TinyGan twice() {
        return new TinyGan(Tensor.concat(0, real, real), Tensor.concat(0, latents, latents), seen, scored, generated);
    }

    /** Returns the trained variables of a player. */
    static List<Variable> parameters(Regularizer.Role player) {
        return player == Regularizer.Role.CRITIC
                ? concat(HIDDEN_OF_CRITIC, SCORE)
                : concat(HIDDEN_OF_GENERATOR, SAMPLE);
    }

    private static List<Variable> concat(Affine one, Affine other) {
        return List.of(one.weight, one.bias, other.weight, other.bias);
    }

    /** Returns the context of a regularizer without state, for these values of the variables. */
    GivenRegularizerContext context(Regularizer regularizer, Parameters values, int step) {
        return withoutGenerator(regularizer, values, step).generator(latents, z -> Outputs.of(generate(values, z)));
    }

    /** Returns the context of a regularizer that must not ask for latents. */
    GivenRegularizerContext withoutGenerator(Regularizer regularizer, Parameters values, int step) {
        return RegularizerContext.of(
                        images -> images, real, generate(values, latents), RANDOM.child(regularizer.name()))
                .critic(images -> criticize(values, images))
                .parameters(parameters(regularizer.player()), values)
                .step(step);
    }

    private Tensor generate(Parameters values, Tensor z) {
        Tensor hidden = HIDDEN_OF_GENERATOR.apply(values, z).tanh();
        return generated.apply(SAMPLE.apply(values, hidden).tanh().reshape(-1, 1, SIDE, SIDE));
    }

    private Outputs criticize(Parameters values, Tensor images) {
        Tensor flat = seen.apply(images).reshape(-1, PIXELS);
        Tensor features = HIDDEN_OF_CRITIC.apply(values, flat).tanh();
        return scored.apply(Outputs.of(SCORE.apply(values, features)).with(Outputs.FEATURES, features));
    }
}
