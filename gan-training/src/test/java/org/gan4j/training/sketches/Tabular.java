package org.gan4j.training.sketches;

import java.util.List;
import java.util.Map;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialPlayers;
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
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Ordering;

/** Tables: a number and a column of three kinds, which the generator samples softly (Gumbel-softmax). */
record Tabular() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(new Field("age", DType.FLOAT, Shape.of(1)), new Field("kind", DType.INT, Shape.scalar()));
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny generator = Tiny.of("generator", 3, 1 + 3);
        Tiny critic = Tiny.critic("critic", 1 + 3);
        AdversarialModel model = new AdversarialModel() {
            @Override
            public Tensor real(UpdateContext update) {
                return side(update.data("age"), update.data("kind"));
            }

            @Override
            public Tensor generate(UpdateContext update) {
                return rows(update, generator);
            }

            @Override
            public Outputs discriminate(UpdateContext update, Tensor samples) {
                return update.apply(critic, Inputs.of(samples));
            }
        };
        Game game = new Game(new AdversarialPlayers(components, model).players(generator, critic), data().fields());
        SamplePreview preview = SamplePreview.of(4, update -> rows(update, generator));
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(Evaluable.class, runner -> compared(runner, generator));
    }

    /** Compares whole rows, since columns depend on each other: the number, and the most probable kind as a one-hot. */
    private Evaluable compared(InferenceRunner runner, Network generator) {
        Field row = new Field("row", DType.FLOAT, Shape.of(4));
        InferenceRunner.Prepared real =
                runner.prepare(data().fields(), (parameters, in) -> side(in.get("age"), in.get("kind")));
        InferenceRunner.Prepared made =
                runner.prepare(List.of(new Field("latents", DType.FLOAT, Shape.of(3))), (parameters, in) -> {
                    Tensor all = generator
                            .apply(parameters, ForwardPass.inference(), Inputs.of(in.get("latents")))
                            .value();
                    return side(all.slice(1, 0, 1).tanh(), Ordering.argMax(all.slice(1, 1, 4), 1));
                });
        return () -> List.of(new Comparison(
                row,
                rows -> real.run(rows, Weights.LATEST),
                Pairing.DISTRIBUTION,
                LatentSpace.normal(3),
                (rows, latents, weights) -> made.run(Map.of("latents", latents), weights)));
    }

    private static Tensor side(Tensor age, Tensor kind) {
        return Tensor.concat(1, age, Tensor.oneHot(kind, 3));
    }

    private static Tensor rows(UpdateContext update, Network generator) {
        Tensor made = update.apply(generator, Sketch.latents(update));
        Tensor uniform = update.random("gumbel").uniform(update.batchSize(), 3).clamp(1e-6, 1 - 1e-6);
        Tensor gumbel = uniform.log().neg().log().neg();
        Tensor kind = made.slice(1, 1, 4).add(gumbel).div(0.5).softmax(1);
        return Tensor.concat(1, made.slice(1, 0, 1).tanh(), kind);
    }
}
