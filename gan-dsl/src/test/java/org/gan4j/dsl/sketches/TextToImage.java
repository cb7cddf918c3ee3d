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
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Images of texts (<a href="https://arxiv.org/abs/1605.05396">Reed et al. 2016</a>). The data have the embedding of each
 * image's text as a vector in the field {@code text}, which the generator gets with its latents, and the critic as
 * constant channels.
 */
record TextToImage() implements Application {
    @Override
    public String name() {
        return "text-to-image";
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(PairProblems.missing(name(), data, Field.IMAGE, TextModel.TEXT));
        if (problems.isEmpty()) {
            Field text = data.field(TextModel.TEXT);
            if (text.dtype() != DType.FLOAT || text.shape().rank() != 1) {
                problems.add("text-to-image needs a vector of FLOAT in the field text, not " + text.dtype() + " "
                        + text.shape() + ": embed the texts");
            }
            if (data.image().shape().rank() != 3) {
                problems.add("text-to-image needs images; the field image has the shape "
                        + data.image().shape() + ": use data with images");
            }
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(Dcgan.generator())
                .critic(Dcgan.critic()));
    }

    private static NetworkSpec generatorSpec(GanComponents components, DataSchema data, long seed) {
        int text = data.field(TextModel.TEXT).shape().dim(0);
        return components
                .generatorSpec(data.image().shape(), seed)
                .latents(components.generator().latent() + text);
    }

    private static NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        Shape image = data.image().shape();
        int text = data.field(TextModel.TEXT).shape().dim(0);
        return components.criticSpec(image.with(0, image.dim(0) + text), seed);
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new PairProblems(components, generatorSpec(components, data, 0), criticSpec(components, data, 0)).all();
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(generatorSpec(components, data, 0), criticSpec(components, data, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Network generator = components.generator().build(generatorSpec(components, data, seed));
        Network critic = components.critic().build(criticSpec(components, data, seed));
        TextModel model = new TextModel(generator, critic, components.latents(), components.loss());
        Game game = components.game(
                new AdversarialPlayers(components, model).players(generator, critic),
                List.of(data.image(), data.field(TextModel.TEXT)));
        SamplePreview preview = SamplePreview.of(4, model::generate);
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(Evaluable.class, runner -> compared(runner, data, model));
    }

    /** Compares the data with samples of the same texts. */
    private static Evaluable compared(InferenceRunner runner, DataSchema data, TextModel model) {
        Field latents = new Field(
                NetworkSpec.LATENTS, DType.FLOAT, Shape.of(model.space().size()));
        Field text = data.field(TextModel.TEXT);
        InferenceRunner.Prepared made = runner.prepare(List.of(latents, text), (parameters, in) -> model.generator()
                .apply(
                        parameters,
                        ForwardPass.inference(),
                        TextModel.inputs(in.get(latents.name()), in.get(text.name())))
                .value());
        return () -> List.of(new Comparison(
                data.image(),
                Pairing.DISTRIBUTION,
                model.space(),
                (rows, drawn, weights) ->
                        made.run(Map.of(latents.name(), drawn, text.name(), rows.get(text.name())), weights)));
    }
}
