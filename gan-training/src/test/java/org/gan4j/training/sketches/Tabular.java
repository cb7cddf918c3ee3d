package org.gan4j.training.sketches;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Adversaries;
import org.gan4j.api.Comparing;
import org.gan4j.api.Comparison;
import org.gan4j.api.Comparison.Likeness;
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
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Runner;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Ordering;

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
                return side(move.data("age"), move.data("kind"));
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
        return Plan.of(List.of(generator, critic), Timeline.of(Phase.open("training", game, exhibit)))
                .with(Comparing.class, runner -> compared(runner, generator));
    }

    /** Whole rows, since columns belong together: the number, and the most probable kind as a one-hot. */
    private Comparing compared(Runner runner, Network generator) {
        Field row = new Field("row", DType.FLOAT, Shape.of(4));
        Runner.Prepared real = runner.prepare(data().fields(), in -> side(in.get("age"), in.get("kind")));
        Runner.Prepared made = runner.prepare(List.of(new Field("latents", DType.FLOAT, Shape.of(3))), in -> {
            Tensor all = generator
                    .apply(Parameters.variables(), Pass.inference(), Inputs.of(in.get("latents")))
                    .value();
            return side(all.slice(1, 0, 1).tanh(), Ordering.argMax(all.slice(1, 1, 4), 1));
        });
        return () -> List.of(new Comparison(
                row,
                real::run,
                Likeness.DISTRIBUTION,
                3,
                (rows, latents, averaged) -> made.run(Map.of("latents", latents))));
    }

    private static Tensor side(Tensor age, Tensor kind) {
        return Tensor.concat(1, age, Tensor.oneHot(kind, 3));
    }

    private static Tensor rows(Move move, Network generator) {
        Tensor made = move.apply(generator, Sketch.latents(move));
        Tensor uniform = move.random("gumbel").uniform(move.batchSize(), 3).clamp(1e-6, 1 - 1e-6);
        Tensor gumbel = uniform.log().neg().log().neg();
        Tensor kind = made.slice(1, 1, 4).add(gumbel).div(0.5).softmax(1);
        return Tensor.concat(1, made.slice(1, 0, 1).tanh(), kind);
    }
}
