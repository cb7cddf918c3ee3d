package org.gan4j.dsl.sketches;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
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
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.losses.LossPresets;

/**
 * Unconditional generation of any field of the data, such as vectors: samples from latents alone.
 *
 * @param field the name of the field to imitate
 */
record Imitation(String field) implements Application {
    @Override
    public String name() {
        return "imitation";
    }

    @Override
    public List<String> problems(DataSchema data) {
        return PairProblems.missing(name(), data, field);
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(Mlp.generator())
                .critic(Mlp.critic()));
    }

    private NetworkSpec generatorSpec(GanComponents components, DataSchema data, long seed) {
        return components.generatorSpec(data.field(field).shape(), seed);
    }

    private NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        Field imitated = data.field(field);
        return components.criticSpec(imitated.shape(), seed).input(imitated);
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
        AdversarialModel model = AdversarialModel.unconditional(field, generator, critic, components.latents());
        Game game = components.game(
                new AdversarialPlayers(components, model).players(generator, critic), List.of(data.field(field)));
        SamplePreview preview = SamplePreview.of(4, model::generate);
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(generator, components.latents(), data.field(field));
    }
}
