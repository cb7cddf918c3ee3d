package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.Adversaries;
import org.gan4j.api.Contest;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.Network;
import org.gan4j.api.Outputs;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** Progressive growing: a phase for each size; what the first learnt goes on in the second, which fades in. */
record ProgressiveGrowing() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(Sketch.image(1, 4, 4));
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny small = Tiny.of("generator/small", 3, 1, 2, 2);
        Tiny large = Tiny.of("generator/large", 4, 1, 4, 4);
        Tiny smallCritic = Tiny.critic("critic/small", 4);
        Tiny largeCritic = Tiny.of("critic/large", 16, 1, 2, 2);
        Contest first = new Contest() {
            @Override
            public Tensor real(Move move) {
                return halved(move.data(Field.IMAGE));
            }

            @Override
            public Tensor fake(Move move) {
                return move.apply(small, Sketch.latents(move));
            }

            @Override
            public Outputs judge(Move move, Tensor samples) {
                return move.apply(smallCritic, Inputs.of(samples));
            }
        };
        Contest second = new Contest() {
            @Override
            public Tensor real(Move move) {
                return move.data(Field.IMAGE);
            }

            @Override
            public Tensor fake(Move move) {
                return faded(move, small, large);
            }

            @Override
            public Outputs judge(Move move, Tensor samples) {
                return move.apply(smallCritic, Inputs.of(halved(samples).add(move.apply(largeCritic, samples))));
            }
        };
        Adversaries firstPair = new Adversaries(ingredients, first);
        Adversaries secondPair = new Adversaries(ingredients, second);
        Game firstGame = new Game(firstPair.players(small, smallCritic), data().fields());
        Game secondGame = new Game(
                List.of(
                        secondPair.critic(List.of(smallCritic, largeCritic)),
                        secondPair.generator(List.of(small, large))),
                data().fields());
        return Plan.of(
                List.of(small, large, smallCritic, largeCritic),
                new Timeline(List.of(
                        Phase.of("2x2", 1, firstGame, Exhibit.of(4, move -> move.apply(small, Sketch.latents(move)))),
                        Phase.open("4x4", secondGame, Exhibit.of(4, move -> faded(move, small, large))))));
    }

    private static Tensor halved(Tensor image) {
        return image.reshape(-1, 1, 2, 2, 2, 2).mean(3, 5);
    }

    /** From the doubled small picture to the large one, in ten rounds. */
    private static Tensor faded(Move move, Network small, Network large) {
        Tensor coarse = move.apply(small, Sketch.latents(move));
        Tensor doubled = coarse.reshape(-1, 1, 2, 1, 2, 1)
                .broadcastTo(coarse.shape().dim(0), 1, 2, 2, 2, 2)
                .reshape(-1, 1, 4, 4);
        Tensor share = move.round().cast(DType.FLOAT).div(10).minimum(1);
        return doubled.add(move.apply(large, coarse).sub(doubled).mul(share));
    }
}
