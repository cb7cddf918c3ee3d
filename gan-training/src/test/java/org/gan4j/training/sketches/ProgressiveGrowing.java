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
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/**
 * Progressive growing: one phase per size; the second phase continues with the first networks and fades in new ones.
 */
record ProgressiveGrowing() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(Sketch.image(1, 4, 4));
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny small = Tiny.of("generator/small", 3, 1, 2, 2);
        Tiny large = Tiny.of("generator/large", 4, 1, 4, 4);
        Tiny smallCritic = Tiny.critic("critic/small", 4);
        Tiny largeCritic = Tiny.of("critic/large", 16, 1, 2, 2);
        AdversarialModel first = new AdversarialModel() {
            @Override
            public Tensor real(UpdateContext update) {
                return halved(update.data(Field.IMAGE));
            }

            @Override
            public Tensor generate(UpdateContext update) {
                return update.apply(small, Sketch.latents(update));
            }

            @Override
            public Outputs discriminate(UpdateContext update, Tensor samples) {
                return update.apply(smallCritic, Inputs.of(samples));
            }
        };
        AdversarialModel second = new AdversarialModel() {
            @Override
            public Tensor real(UpdateContext update) {
                return update.data(Field.IMAGE);
            }

            @Override
            public Tensor generate(UpdateContext update) {
                return faded(update, small, large);
            }

            @Override
            public Outputs discriminate(UpdateContext update, Tensor samples) {
                return update.apply(smallCritic, Inputs.of(halved(samples).add(update.apply(largeCritic, samples))));
            }
        };
        AdversarialPlayers firstPair = new AdversarialPlayers(components, first);
        AdversarialPlayers secondPair = new AdversarialPlayers(components, second);
        Game firstGame = new Game(firstPair.players(small, smallCritic), data().fields());
        Game secondGame = new Game(
                List.of(
                        secondPair.critic(List.of(smallCritic, largeCritic)),
                        secondPair.generator(List.of(small, large))),
                data().fields());
        return Plan.of(
                List.of(small, large, smallCritic, largeCritic),
                new PhaseSchedule(List.of(
                        Phase.of(
                                "2x2",
                                1,
                                firstGame,
                                SamplePreview.of(4, update -> update.apply(small, Sketch.latents(update)))),
                        Phase.open("4x4", secondGame, SamplePreview.of(4, update -> faded(update, small, large))))));
    }

    private static Tensor halved(Tensor image) {
        return image.reshape(-1, 1, 2, 2, 2, 2).mean(3, 5);
    }

    /** Fades from the doubled small image to the large one in ten steps. */
    private static Tensor faded(UpdateContext update, Network small, Network large) {
        Tensor coarse = update.apply(small, Sketch.latents(update));
        Tensor doubled = coarse.reshape(-1, 1, 2, 1, 2, 1)
                .broadcastTo(coarse.shape().dim(0), 1, 2, 2, 2, 2)
                .reshape(-1, 1, 4, 4);
        Tensor share = update.step().cast(DType.FLOAT).div(10).minimum(1);
        return doubled.add(update.apply(large, coarse).sub(doubled).mul(share));
    }
}
