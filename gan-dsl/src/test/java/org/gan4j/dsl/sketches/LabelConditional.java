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
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Generation by class with an auxiliary classifier (AC-GAN, <a href="https://arxiv.org/abs/1610.09585">Odena et al.
 * 2017</a>), previewed with one class per row.
 */
record LabelConditional() implements Application {
    @Override
    public String name() {
        return "label-conditional";
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(PairProblems.missing(name(), data, Field.IMAGE, Field.LABEL));
        if (problems.isEmpty()
                && (!data.field(Field.LABEL).equals(new Field(Field.LABEL, DType.INT, Shape.scalar()))
                        || data.classes().size() < 2)) {
            problems.add("label-conditional needs the number of one of at least 2 classes in the field label; it is "
                    + data.field(Field.LABEL) + " of " + data.classes().size() + " classes: use labeled data");
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
        return components
                .generatorSpec(data.image().shape(), seed)
                .latents(components.generator().latent() + data.classes().size());
    }

    private static NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        return components.criticSpec(data.image().shape(), seed);
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        NetworkSpec spec = criticSpec(components, data, 0);
        List<String> problems =
                new ArrayList<>(new PairProblems(components, generatorSpec(components, data, 0), spec).all());
        if (problems.isEmpty() && components.critic().samplesPerScore() > 1) {
            problems.add("label-conditional classifies single samples, but the critic "
                    + components.critic().name() + " scores several together: choose another critic");
        } else if (problems.isEmpty()
                && !outputs(components.critic().build(spec), data.image())
                        .heads()
                        .containsKey(Outputs.FEATURES)) {
            problems.add("the critic " + components.critic().name() + " has no head " + Outputs.FEATURES
                    + " to classify: choose another critic");
        }
        return problems;
    }

    private static Outputs outputs(Network critic, Field image) {
        Tensor one = Tensor.zeros(image.batch(1).dims());
        return critic.apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(one));
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(generatorSpec(components, data, 0), criticSpec(components, data, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        int classes = data.classes().size();
        Network generator = components.generator().build(generatorSpec(components, data, seed));
        Network critic = components.critic().build(criticSpec(components, data, seed));
        int features =
                outputs(critic, data.image()).head(Outputs.FEATURES).shape().size();
        Network classifier = ClassifiedModel.classifier(features, classes, seed);
        ClassifiedModel model = new ClassifiedModel(generator, critic, classifier, components.latents(), classes);
        Game game = components.game(
                new AdversarialPlayers(components, model).players(List.of(generator), List.of(critic, classifier)),
                List.of(data.image(), data.field(Field.LABEL)));
        Tensor rows =
                Tensor.arange(2 * classes).cast(DType.FLOAT).div(2).floor().cast(DType.INT);
        SamplePreview preview = SamplePreview.rows(
                classes, 2, update -> update.apply(generator, model.labeled(model.latents(update), rows))
                        .value());
        return Plan.of(List.of(generator, critic, classifier), PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(Evaluable.class, runner -> compared(runner, data, model));
    }

    /** Compares the data with samples of the same classes. */
    private static Evaluable compared(InferenceRunner runner, DataSchema data, ClassifiedModel model) {
        Field latents = new Field(
                NetworkSpec.LATENTS, DType.FLOAT, Shape.of(model.space().size()));
        Field label = data.field(Field.LABEL);
        InferenceRunner.Prepared made = runner.prepare(List.of(latents, label), (parameters, in) -> model.generator()
                .apply(parameters, ForwardPass.inference(), model.labeled(in.get(latents.name()), in.get(label.name())))
                .value());
        return () -> List.of(new Comparison(
                data.image(),
                Pairing.DISTRIBUTION,
                model.space(),
                (rows, drawn, weights) ->
                        made.run(Map.of(latents.name(), drawn, label.name(), rows.get(label.name())), weights)));
    }
}
