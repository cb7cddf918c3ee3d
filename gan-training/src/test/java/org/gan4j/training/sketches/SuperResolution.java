package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialModel.ScoredBatch;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** Super-resolution: the content loss alone, then with a critic. Low-resolution images are computed from the data. */
record SuperResolution() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(Sketch.image(1, 4, 4));
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny generator = Tiny.of("generator", 4, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16);
        AdversarialModel model = new AdversarialModel() {
            @Override
            public Tensor real(UpdateContext update) {
                return update.data(Field.IMAGE);
            }

            @Override
            public Tensor generate(UpdateContext update) {
                return larger(update, generator);
            }

            @Override
            public Outputs discriminate(UpdateContext update, Tensor samples) {
                return update.apply(critic, Inputs.of(samples));
            }

            @Override
            public List<Term> generatorTerms(ScoredBatch batch) {
                return List.of(Term.of("content", content(batch.real(), batch.fake())));
            }
        };
        Player pretrained = Player.of(
                "content",
                List.of(generator),
                update -> List.of(Term.of("content", content(update.data(Field.IMAGE), larger(update, generator)))),
                components.generatorOptimizer());
        Game first = new Game(List.of(pretrained), data().fields());
        Game second = new Game(new AdversarialPlayers(components, model).players(generator, critic), data().fields());
        SamplePreview preview = SamplePreview.rows(4, 1, update -> larger(update, generator));
        PhaseSchedule phaseSchedule = new PhaseSchedule(
                List.of(Phase.of("content", 1, first, preview), Phase.open("adversarial", second, preview)));
        return Plan.of(List.of(generator, critic), phaseSchedule)
                .with(Evaluable.class, runner -> compared(runner, generator));
    }

    /** Compares each image with the enlargement of its low resolution. */
    private Evaluable compared(InferenceRunner runner, Network generator) {
        Field image = data().image();
        InferenceRunner.Prepared larger = runner.prepare(List.of(image), (parameters, in) -> generator
                .apply(parameters, ForwardPass.inference(), Inputs.of(smaller(in.get(Field.IMAGE))))
                .value());
        return () -> List.of(new Comparison(
                image, Pairing.PAIRS, LatentSpace.none(), (rows, latents, weights) -> larger.run(rows, weights)));
    }

    private static Tensor larger(UpdateContext update, Network generator) {
        return update.apply(generator, smaller(update.data(Field.IMAGE)));
    }

    private static Tensor smaller(Tensor image) {
        return image.reshape(-1, 1, 2, 2, 2, 2).mean(3, 5);
    }

    /** Returns the distance in the features of a fixed network; here the features are sums over rows. */
    private static Tensor content(Tensor real, Tensor fake) {
        return real.sum(3).sub(fake.sum(3)).square().mean();
    }
}
