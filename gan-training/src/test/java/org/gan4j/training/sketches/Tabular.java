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
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Tables: a number and a column of three kinds, which the generator gives as a soft choice (Gumbel-softmax). */
record Tabular() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(new Field("age", DType.FLOAT, Shape.of(1)), new Field("kind", DType.INT, Shape.scalar()));
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny generator = Tiny.of("generator", 3, 1 + 3);
        Tiny critic = Tiny.critic("critic", 1 + 3);
        Contest contest = new Contest() {
            @Override
            public Tensor real(Move move) {
                return Tensor.concat(1, move.data("age"), Tensor.oneHot(move.data("kind"), 3));
            }

            @Override
            public Tensor fake(Move move) {
                return rows(move, generator);
            }

            @Override
            public Outputs judge(Move move, Tensor samples) {
                return move.apply(critic, Inputs.of(samples));
            }
        };
        Game game = new Game(new Adversaries(ingredients, contest).players(generator, critic), data().fields());
        Exhibit exhibit = Exhibit.of(4, move -> rows(move, generator));
        return Plan.of(List.of(generator, critic), Timeline.of(Phase.open("training", game, exhibit)));
    }

    private static Tensor rows(Move move, Network generator) {
        Tensor made = move.apply(generator, Sketch.latents(move));
        Tensor uniform = move.random("gumbel").uniform(move.batchSize(), 3).clamp(1e-6, 1 - 1e-6);
        Tensor gumbel = uniform.log().neg().log().neg();
        Tensor kind = made.slice(1, 1, 4).add(gumbel).div(0.5).softmax(1);
        return Tensor.concat(1, made.slice(1, 0, 1).tanh(), kind);
    }
}
