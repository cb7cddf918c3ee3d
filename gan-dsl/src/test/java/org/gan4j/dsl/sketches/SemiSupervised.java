package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * A classifier of K classes and one for fakes, from one set of samples of which some have the label -1 for none (<a
 * href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>).
 */
record SemiSupervised() implements Application {
    @Override
    public String name() {
        return "sparse-labels";
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(LatentPair.missing(name(), data, Field.IMAGE, Field.LABEL));
        if (problems.isEmpty() && data.classes().size() < 2) {
            problems.add("the data have fewer than 2 classes: use data with more");
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(Mlp.generator())
                .critic(Mlp.critic()));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        Shape sample = data.image().shape();
        List<String> problems =
                new ArrayList<>(LatentPair.of(components, sample).problems());
        if (problems.isEmpty()) {
            if (components.critic().samplesPerScore() > 1) {
                problems.add("the critic scores packs, but each sample has a class of its own: use one that is not"
                        + " packed");
            } else if (!described(LatentPair.of(components, sample).critic(0), sample)
                    .heads()
                    .containsKey(Outputs.FEATURES)) {
                problems.add("the critic has no head " + Outputs.FEATURES + ": use another critic, such as mlp");
            }
        }
        return problems;
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return LatentPair.of(components, data.image().shape()).resolved();
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field image = data.image();
        LatentPair networks = LatentPair.of(components, image.shape());
        Network generator = networks.generator(seed);
        Network critic = networks.critic(seed);
        int features =
                described(critic, image.shape()).head(Outputs.FEATURES).shape().size() / 2;
        Sequential.Builder logits = Sequential.in(VariableScope.of("class-logits", seed));
        logits.add(Layer.function(x -> x.reshape(x.shape().dim(0), -1)))
                .add(new Linear(logits.scope("logits"), features, data.classes().size(), 1 / Math.sqrt(features)));
        SemiSupervisedModel model = new SemiSupervisedModel(generator, components.latents(), critic, logits.build());
        List<Network> critics = List.of(critic, model.logits());
        AdversarialPlayers pair = new AdversarialPlayers(components, model);
        SamplePreview preview = SamplePreview.of(
                4,
                update -> update.apply(
                        generator, components.latents().draw(update.random("latents"), update.batchSize())));
        Game game = components.game(pair.players(List.of(generator), critics), List.of(image, data.field(Field.LABEL)));
        return Plan.of(
                        List.of(generator, critic, model.logits()),
                        PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(generator, components.latents(), image);
    }

    /** Returns a critic's outputs for two samples of zeros, of which only the form is of interest. */
    private static Outputs described(Network critic, Shape sample) {
        Tensor two = Tensor.zeros(sample.batch(2).dims());
        return critic.apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(two));
    }
}
