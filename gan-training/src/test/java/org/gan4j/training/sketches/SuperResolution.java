package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.Adversaries;
import org.gan4j.api.Comparing;
import org.gan4j.api.Comparison;
import org.gan4j.api.Comparison.Likeness;
import org.gan4j.api.Contest;
import org.gan4j.api.Contest.Encounter;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.Network;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Player;
import org.gan4j.api.Runner;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.Tensor;

/** Super-resolution: first the content loss alone, then against a critic. The low resolution is made from the data. */
record SuperResolution() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(Sketch.image(1, 4, 4));
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny generator = Tiny.of("generator", 4, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16);
        Contest contest = new Contest() {
            @Override
            public Tensor real(Move move) {
                return move.data(Field.IMAGE);
            }

            @Override
            public Tensor fake(Move move) {
                return larger(move, generator);
            }

            @Override
            public Outputs judge(Move move, Tensor samples) {
                return move.apply(critic, Inputs.of(samples));
            }

            @Override
            public List<Term> generatorTerms(Encounter met) {
                return List.of(Term.of("content", content(met.real(), met.fake())));
            }
        };
        Player pretrained = Player.of(
                "content",
                List.of(generator),
                move -> List.of(Term.of("content", content(move.data(Field.IMAGE), larger(move, generator)))),
                ingredients.generatorOptimizer());
        Game first = new Game(List.of(pretrained), data().fields());
        Game second = new Game(new Adversaries(ingredients, contest).players(generator, critic), data().fields());
        Exhibit exhibit = Exhibit.rows(4, 1, move -> larger(move, generator));
        Timeline timeline = new Timeline(
                List.of(Phase.of("content", 1, first, exhibit), Phase.open("adversarial", second, exhibit)));
        return Plan.of(List.of(generator, critic), timeline)
                .with(Comparing.class, runner -> compared(runner, generator));
    }

    /** Each picture with what is made of its small one. */
    private Comparing compared(Runner runner, Network generator) {
        Field image = data().image();
        Runner.Prepared larger = runner.prepare(List.of(image), in -> generator
                .apply(Parameters.variables(), Pass.inference(), Inputs.of(smaller(in.get(Field.IMAGE))))
                .value());
        return () -> List.of(new Comparison(image, Likeness.PAIRS, 0, (rows, latents, averaged) -> larger.run(rows)));
    }

    private static Tensor larger(Move move, Network generator) {
        return move.apply(generator, smaller(move.data(Field.IMAGE)));
    }

    private static Tensor smaller(Tensor image) {
        return image.reshape(-1, 1, 2, 2, 2, 2).mean(3, 5);
    }

    /** In the features of a network that stays as it is: here their sum over each row. */
    private static Tensor content(Tensor real, Tensor fake) {
        return real.sum(3).sub(fake.sum(3)).square().mean();
    }
}
