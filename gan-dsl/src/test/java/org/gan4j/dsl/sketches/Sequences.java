package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.mlp.Output;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Ordering;

/**
 * Sequences of words, INT [T], which the generator chooses by logits [T,V] and the critic reads as one-hots.
 *
 * @param words V, the number of words
 * @param learning the way in which the generator learns from words that it chose
 */
record Sequences(int words, Learning learning) implements Application {
    private static final String TEXT = "text";

    enum Learning {
        /** By the gradient of softened words (straight-through Gumbel-softmax). */
        STRAIGHT_THROUGH,
        /** By the policy gradient, with the score as reward and its running mean as baseline. */
        REWARD
    }

    @Override
    public String name() {
        return "sequences";
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(LatentPair.missing(name(), data, TEXT));
        if (problems.isEmpty()
                && (data.field(TEXT).dtype() != DType.INT
                        || data.field(TEXT).shape().rank() != 1)) {
            problems.add("the field text must hold numbers of words, INT [T], not " + data.field(TEXT));
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(Mlp.generator().output(Output.LINEAR))
                .critic(Mlp.critic()));
    }

    private LatentPair networks(GanComponents components, DataSchema data) {
        return LatentPair.of(components, Shape.of(data.field(TEXT).shape().dim(0), words));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        List<String> problems = new ArrayList<>(networks(components, data).problems());
        if (learning == Learning.REWARD && components.critic().samplesPerScore() > 1) {
            problems.add("the critic scores packs, but each sequence has a reward of its own: use one that is not"
                    + " packed, or learning straight-through");
        }
        return problems;
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return networks(components, data).resolved();
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Network generator = networks(components, data).generator(seed);
        Network critic = networks(components, data).critic(seed);
        SequenceModel model = new SequenceModel(TEXT, words, learning, generator, critic, components.latents());
        AdversarialPlayers pair = new AdversarialPlayers(components, model);
        Player writer = pair.generator(List.of(generator), List.of(critic));
        Player learner = writer.state(model.state());
        Game game = components.game(List.of(pair.critic(List.of(critic)), learner), List.of(data.field(TEXT)));
        SamplePreview preview = SamplePreview.of(
                4, update -> Ordering.argMax(model.generate(update), 2).cast(DType.FLOAT));
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(Evaluable.class, runner -> evaluable(runner, generator, components, data.field(TEXT)));
    }

    /** Compares the most probable words with the data's, both as one-hots. */
    private Evaluable evaluable(InferenceRunner runner, Network generator, GanComponents components, Field text) {
        Field latents = new Field(
                NetworkSpec.LATENTS, DType.FLOAT, Shape.of(components.latents().size()));
        InferenceRunner.Prepared real =
                runner.prepare(List.of(text), (parameters, in) -> Tensor.oneHot(in.get(TEXT), words));
        InferenceRunner.Prepared made = runner.prepare(List.of(latents), (parameters, in) -> {
            Tensor logits = generator
                    .apply(parameters, ForwardPass.inference(), Inputs.of(in.get(NetworkSpec.LATENTS)))
                    .value();
            return Tensor.oneHot(Ordering.argMax(logits, 2), words);
        });
        return () -> List.of(new Comparison(
                new Field("words", DType.FLOAT, Shape.of(text.shape().dim(0), words)),
                rows -> real.run(Map.of(TEXT, rows.get(TEXT)), Weights.LATEST),
                Pairing.DISTRIBUTION,
                components.latents(),
                (rows, drawn, weights) -> made.run(Map.of(NetworkSpec.LATENTS, drawn), weights)));
    }
}
