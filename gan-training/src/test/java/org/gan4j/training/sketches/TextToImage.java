package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.Adversaries;
import org.gan4j.api.Contest;
import org.gan4j.api.Contest.Encounter;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Outputs;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Text to image: the critic also meets real pictures with a text of others, which it shall take for fakes. */
record TextToImage() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(Sketch.image(1, 4, 4), new Field("text", DType.INT, Shape.of(5)));
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny generator = Tiny.of("generator", 3 + 7, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16 + 7);
        Contest contest = new Contest() {
            @Override
            public Tensor real(Move move) {
                return move.data(Field.IMAGE);
            }

            @Override
            public Tensor fake(Move move) {
                return move.apply(generator, Inputs.of(Sketch.latents(move)).with("text", words(move)))
                        .value();
            }

            @Override
            public Outputs judge(Move move, Tensor samples) {
                return move.apply(critic, Inputs.of(samples).with("text", words(move)));
            }

            @Override
            public List<Term> criticTerms(Encounter met) {
                Tensor words = words(met.move());
                int count = words.shape().dim(0);
                Tensor others = Tensor.concat(0, words.slice(0, 1, count), words.slice(0, 0, 1));
                Tensor wrong = met.move()
                        .apply(critic, Inputs.of(met.real()).with("text", others))
                        .value();
                return List.of(Term.of(
                        "wrong-text", ingredients.loss().critic(met.onReal().value(), wrong)));
            }
        };
        Game game = new Game(new Adversaries(ingredients, contest).players(generator, critic), data().fields());
        Exhibit exhibit = Exhibit.of(
                4, move -> move.apply(generator, Inputs.of(Sketch.latents(move)).with("text", words(move)))
                        .value());
        return Plan.of(List.of(generator, critic), Timeline.of(Phase.open("training", game, exhibit)));
    }

    /** A text [N, words] as how often each of 7 words is in it. */
    private static Tensor words(Move move) {
        return Tensor.oneHot(move.data("text"), 7).sum(1);
    }
}
