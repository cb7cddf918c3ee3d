package org.gan4j.dsl.sketches;

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
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.mlp.Output;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Ordering;

/**
 * Tables of two numbers and a kind, which the generator chooses softly. The critic reads packs of whole rows, as in
 * CTGAN (<a href="https://arxiv.org/abs/1907.00503">Xu et al. 2019</a>).
 *
 * @param kinds the number of kinds
 */
record Tabular(int kinds) implements Application {
    private static final int PACK = 2;

    @Override
    public String name() {
        return "tabular";
    }

    @Override
    public List<String> problems(DataSchema data) {
        return LatentPair.missing(name(), data, TableModel.NUMBERS.get(0), TableModel.NUMBERS.get(1), TableModel.KIND);
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.WGAN_GP
                .components()
                .generator(Mlp.generator().output(Output.LINEAR))
                .critic(Packing.of(Mlp.critic(), PACK)));
    }

    private LatentPair networks(GanComponents components) {
        return LatentPair.of(components, Shape.of(TableModel.NUMBERS.size() + kinds));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return networks(components).problems();
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return networks(components).resolved();
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Network generator = networks(components).generator(seed);
        Network critic = networks(components).critic(seed);
        LatentSpace space = components.latents();
        TableModel model = new TableModel(generator, critic, space, kinds);
        List<Field> fields = List.of(
                data.field(TableModel.NUMBERS.get(0)),
                data.field(TableModel.NUMBERS.get(1)),
                data.field(TableModel.KIND));
        Game game = components.game(new AdversarialPlayers(components, model).players(generator, critic), fields);
        return Plan.of(
                        List.of(generator, critic),
                        PhaseSchedule.of(Phase.open("training", game, SamplePreview.of(4, model::generate))))
                .with(Evaluable.class, runner -> evaluable(runner, fields, generator, space));
    }

    /** Compares whole rows, since columns depend on each other, with the most probable kind as a one-hot. */
    private Evaluable evaluable(InferenceRunner runner, List<Field> fields, Network generator, LatentSpace space) {
        Field latents = new Field(NetworkSpec.LATENTS, DType.FLOAT, Shape.of(space.size()));
        Field row = new Field("row", DType.FLOAT, Shape.of(TableModel.NUMBERS.size() + kinds));
        InferenceRunner.Prepared real = runner.prepare(fields, (parameters, in) -> TableModel.joined(in, kinds));
        InferenceRunner.Prepared made = runner.prepare(List.of(latents), (parameters, in) -> {
            Tensor all = generator
                    .apply(parameters, ForwardPass.inference(), Inputs.of(in.get(NetworkSpec.LATENTS)))
                    .value();
            Tensor kind = Ordering.argMax(
                    all.slice(1, TableModel.NUMBERS.size(), row.shape().size()), 1);
            return Tensor.concat(1, all.slice(1, 0, TableModel.NUMBERS.size()).tanh(), Tensor.oneHot(kind, kinds));
        });
        return () -> List.of(new Comparison(
                row,
                rows -> real.run(rows, Weights.LATEST),
                Pairing.DISTRIBUTION,
                space,
                (rows, drawn, weights) -> made.run(Map.of(NetworkSpec.LATENTS, drawn), weights)));
    }
}
