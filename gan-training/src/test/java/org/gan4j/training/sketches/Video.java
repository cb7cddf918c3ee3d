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
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** Video: samples [C,T,H,W]; one critic for motion, one for a random frame per update. Previewed frame by frame. */
record Video() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(Sketch.image(1, 3, 4, 4));
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny generator = Tiny.of("generator", 3, 1, 3, 4, 4);
        Tiny critic = Tiny.critic("critic", 48);
        Tiny frames = Tiny.critic("frame-critic", 16);
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
                return Outputs.of(update.apply(critic, samples).add(update.apply(frames, frame(update, samples))));
            }
        };
        AdversarialPlayers pair = new AdversarialPlayers(components, model);
        Game game = new Game(
                List.of(pair.critic(List.of(critic, frames)), pair.generator(List.of(generator))), data().fields());
        SamplePreview preview = SamplePreview.rows(2, 3, update -> update.apply(generator, Sketch.latents(update))
                .slice(0, 0, 2)
                .permute(0, 2, 1, 3, 4)
                .reshape(6, 1, 4, 4));
        return Plan.of(List.of(generator, critic, frames), PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(generator, LatentSpace.normal(3), data().image());
    }

    private static Tensor frame(UpdateContext update, Tensor video) {
        Tensor which = update.random("frame").uniform(1).mul(3).cast(DType.INT);
        return video.gather(2, which).reshape(-1, 1, 4, 4);
    }
}
