package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Paired translation (pix2pix, <a href="https://arxiv.org/abs/1611.07004">Isola et al. 2017</a>): from the field {@code
 * source} to its partner {@code image}. The critic scores patches of both together.
 *
 * @param weight the weight of the mean absolute difference; 100 in the paper
 */
record Pix2Pix(double weight) implements Application {
    private static final String SOURCE = "source";

    @Override
    public String name() {
        return "pix2pix";
    }

    @Override
    public Set<GanOption<?>> uses() {
        return Translation.USES;
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(PairProblems.missing(name(), data, SOURCE, Field.IMAGE));
        if (problems.isEmpty()) {
            Field source = data.field(SOURCE);
            Shape image = data.image().shape();
            if (image.rank() != 3
                    || source.shape().rank() != 3
                    || !source.shape().equals(image.with(0, source.shape().dim(0)))) {
                problems.add("pix2pix needs two images of one size; the fields source and image have the shapes "
                        + source.shape() + " and " + image + ": resize one of them");
            }
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(new TinyTranslator(64))
                .critic(Patch.critic()));
    }

    private static NetworkSpec generatorSpec(DataSchema data, long seed) {
        return NetworkSpec.of(
                VariableScope.of("generator", seed),
                data.field(SOURCE),
                data.image().shape());
    }

    private static NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        Shape image = data.image().shape();
        int channels = image.dim(0) + data.field(SOURCE).shape().dim(0);
        return components.criticSpec(image.with(0, channels), seed);
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new PairProblems(components, generatorSpec(data, 0), criticSpec(components, data, 0)).all();
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(generatorSpec(data, 0), criticSpec(components, data, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Network generator = components.generator().build(generatorSpec(data, seed));
        Network critic = components.critic().build(criticSpec(components, data, seed));
        Translation translation = new Translation(generator, data.field(SOURCE), data.image());
        AdversarialPlayers pair = new AdversarialPlayers(components, new Model(translation, critic, weight));
        Game game = components.game(pair.players(generator, critic), List.of(data.field(SOURCE), data.image()));
        SamplePreview preview = SamplePreview.of(4, translation::of);
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(Evaluable.class, runner -> () -> List.of(translation.compared(runner, Pairing.PAIRS)));
    }

    private record Model(Translation translation, Network critic, double weight) implements AdversarialModel {
        @Override
        public Tensor real(UpdateContext update) {
            return update.data(Field.IMAGE);
        }

        @Override
        public Tensor generate(UpdateContext update) {
            return translation.of(update);
        }

        @Override
        public Outputs discriminate(UpdateContext update, Tensor samples) {
            return update.apply(critic, Inputs.of(Tensor.concat(1, update.data(SOURCE), samples)));
        }

        @Override
        public List<Term> generatorTerms(ScoredBatch batch) {
            return List.of(
                    Term.of("l1", batch.real().sub(batch.fake()).abs().mean().mul(weight)));
        }
    }
}
