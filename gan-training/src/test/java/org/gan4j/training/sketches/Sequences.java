package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.Network;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Player;
import org.gan4j.api.Scope;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** Sequences of words: a policy gradient, its reward the score, its baseline a running mean that the generator owns. */
record Sequences() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(new Field("text", DType.INT, Shape.of(5)));
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny generator = Tiny.of("generator", 3, 5, 7);
        Tiny critic = Tiny.critic("critic", 35);
        Baseline baseline = new Baseline("baseline", Scope.of("baseline", 1).filled("reward", 0));
        Player judge = Player.of(
                "critic",
                List.of(critic),
                move -> List.of(Term.of(
                        "adversarial",
                        ingredients
                                .loss()
                                .critic(
                                        move.apply(critic, Tensor.oneHot(move.data("text"), 7)),
                                        move.apply(critic, Tensor.oneHot(chosen(move, generator), 7))))),
                ingredients.criticOptimizer());
        Player writer = Player.of(
                "generator",
                List.of(generator, baseline),
                move -> {
                    Tensor words = Tensor.oneHot(chosen(move, generator), 7);
                    Tensor reward = move.apply(critic, words).stopGradient();
                    Tensor advantage = reward.sub(move.apply(baseline, reward));
                    Tensor logits = move.apply(generator, Sketch.latents(move));
                    Tensor likelihood = logits.logSoftmax(2).mul(words).sum(1, 2);
                    return List.of(
                            Term.of("policy", likelihood.mul(advantage).mean().neg()));
                },
                ingredients.generatorOptimizer());
        Game game = new Game(List.of(judge, writer), data().fields());
        Exhibit exhibit = Exhibit.of(4, move -> chosen(move, generator).cast(DType.FLOAT));
        return Plan.of(List.of(generator, critic, baseline), Timeline.of(Phase.open("training", game, exhibit)));
    }

    /** Words [N,T] drawn from the policy: the first whose cumulated probability is above a uniform number. */
    private static Tensor chosen(Move move, Network generator) {
        Tensor odds = move.apply(generator, Sketch.latents(move)).softmax(2);
        Tensor below = Tensor.of(upper(7), 7, 7);
        Tensor cumulated =
                odds.reshape(-1, 7).matmul(below).reshape(odds.shape().dims());
        Tensor drawn = move.random("words").uniform(move.batchSize(), 5, 1);
        return cumulated.lessOrEqual(drawn).cast(DType.FLOAT).sum(2).minimum(6).cast(DType.INT);
    }

    private static float[] upper(int size) {
        float[] values = new float[size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / size <= i % size ? 1 : 0;
        }
        return values;
    }

    /** A running mean of rewards. */
    record Baseline(String name, Variable reward) implements Network {
        @Override
        public List<Variable> parameters() {
            return List.of();
        }

        @Override
        public List<Variable> state() {
            return List.of(reward);
        }

        @Override
        public boolean mixesSamples() {
            return true;
        }

        @Override
        public Outputs apply(Parameters parameters, Pass pass, Inputs inputs) {
            pass.update(
                    reward, reward.value().mul(0.9).add(inputs.value().mean().mul(0.1)));
            return Outputs.of(parameters.get(reward));
        }
    }
}
