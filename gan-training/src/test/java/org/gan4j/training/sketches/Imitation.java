package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** Unconditional: samples like the data. */
record Imitation() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(Sketch.image(1, 4, 4));
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny generator = Tiny.of("generator", 3, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16);
        AdversarialModel model = new AdversarialModel() {
            @Override
            public Tensor real(UpdateContext update) {
                return update.data(Field.IMAGE);
            }

            @Override
            public Tensor generate(UpdateContext update) {
                return update.apply(generator, Sketch.latents(update));
            }

            @Override
            public Outputs discriminate(UpdateContext update, Tensor samples) {
                return update.apply(critic, Inputs.of(samples));
            }
        };
        Game game = new Game(new AdversarialPlayers(components, model).players(generator, critic), data().fields());
        SamplePreview preview = SamplePreview.of(4, update -> update.apply(generator, Sketch.latents(update)));
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(generator, LatentSpace.normal(3), data().image());
    }
}
