package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** Sequences of words: a policy gradient with the score as reward and a running mean as baseline. */
record Sequences() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(new Field("text", DType.INT, Shape.of(5)));
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny generator = Tiny.of("generator", 3, 5, 7);
        Tiny critic = Tiny.critic("critic", 35);
        Baseline baseline =
                new Baseline("baseline", VariableScope.of("baseline", 1).filled("reward", 0));
        Player scorer = Player.of(
                "critic",
                List.of(critic),
                update -> List.of(Term.of(
                        "adversarial",
                        components
                                .loss()
                                .critic(
                                        update.apply(critic, Tensor.oneHot(update.data("text"), 7)),
                                        update.apply(critic, Tensor.oneHot(chosen(update, generator), 7))))),
                components.criticOptimizer());
        Player writer = Player.of(
                "generator",
                List.of(generator, baseline),
                update -> {
                    Tensor words = Tensor.oneHot(chosen(update, generator), 7);
                    Tensor reward = update.apply(critic, words).stopGradient();
                    Tensor advantage = reward.sub(update.apply(baseline, reward));
                    Tensor logits = update.apply(generator, Sketch.latents(update));
                    Tensor likelihood = logits.logSoftmax(2).mul(words).sum(1, 2);
                    return List.of(
                            Term.of("policy", likelihood.mul(advantage).mean().neg()));
                },
                components.generatorOptimizer());
        Game game = new Game(List.of(scorer, writer), data().fields());
        SamplePreview preview =
                SamplePreview.of(4, update -> chosen(update, generator).cast(DType.FLOAT));
        return Plan.of(List.of(generator, critic, baseline), PhaseSchedule.of(Phase.open("training", game, preview)));
    }

    /** Samples words [N,T] from the policy: the first whose cumulative probability is above a uniform number. */
    private static Tensor chosen(UpdateContext update, Network generator) {
        Tensor odds = update.apply(generator, Sketch.latents(update)).softmax(2);
        Tensor below = Tensor.of(upper(7), 7, 7);
        Tensor cumulative =
                odds.reshape(-1, 7).matmul(below).reshape(odds.shape().dims());
        Tensor drawn = update.random("words").uniform(update.batchSize(), 5, 1);
        return cumulative.lessOrEqual(drawn).cast(DType.FLOAT).sum(2).minimum(6).cast(DType.INT);
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
        public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
            pass.update(
                    reward, reward.value().mul(0.9).add(inputs.value().mean().mul(0.1)));
            return Outputs.of(parameters.get(reward));
        }
    }
}
