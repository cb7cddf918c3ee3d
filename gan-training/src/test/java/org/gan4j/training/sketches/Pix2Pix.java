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

/** Pix2pix: from one picture to its partner; the critic sees both, and the generator is held to the partner. */
record Pix2Pix() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(Sketch.image(1, 4, 4), new Field("source", DType.FLOAT, Shape.of(1, 4, 4)));
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny generator = Tiny.of("generator", 16, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 32);
        Contest contest = new Contest() {
            @Override
            public Tensor real(Move move) {
                return move.data(Field.IMAGE);
            }

            @Override
            public Tensor fake(Move move) {
                return move.apply(generator, move.data("source"));
            }

            @Override
            public Outputs judge(Move move, Tensor samples) {
                return move.apply(critic, Inputs.of(samples).with("source", move.data("source")));
            }

            @Override
            public List<Term> generatorTerms(Encounter met) {
                return List.of(Term.of(
                        "l1", Sketch.absoluteDifference(met.real(), met.fake()).mul(100)));
            }
        };
        Game game = new Game(new Adversaries(ingredients, contest).players(generator, critic), data().fields());
        Exhibit exhibit = Exhibit.rows(4, 3, move -> {
            Tensor made = move.apply(generator, move.data("source"));
            return Tensor.stack(1, move.data("source"), made, move.data(Field.IMAGE))
                    .slice(0, 0, 4)
                    .reshape(12, 1, 4, 4);
        });
        return Plan.of(List.of(generator, critic), Timeline.of(Phase.open("training", game, exhibit)));
    }
}
