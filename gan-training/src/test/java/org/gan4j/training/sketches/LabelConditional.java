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
import org.gan4j.tensor.Tensor;

/** Label-conditional, with an auxiliary classifier: one class a row. */
record LabelConditional() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(Sketch.image(1, 4, 4), Sketch.label());
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny generator = Tiny.of("generator", 3 + 2, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16).head("classes", 2);
        Contest contest = new Contest() {
            @Override
            public Tensor real(Move move) {
                return move.data(Field.IMAGE);
            }

            @Override
            public Tensor fake(Move move) {
                return move.apply(generator, labelled(Sketch.latents(move), move.data(Field.LABEL)))
                        .value();
            }

            @Override
            public Outputs judge(Move move, Tensor samples) {
                return move.apply(critic, Inputs.of(samples));
            }

            @Override
            public List<Term> criticTerms(Encounter met) {
                Tensor labels = met.move().data(Field.LABEL);
                Tensor onReal = Sketch.crossEntropy(met.onReal().head("classes"), labels);
                Tensor onFake = Sketch.crossEntropy(met.onFake().head("classes"), labels);
                return List.of(Term.of("classes", onReal.add(onFake)));
            }

            @Override
            public List<Term> generatorTerms(Encounter met) {
                Tensor labels = met.move().data(Field.LABEL);
                return List.of(
                        Term.of("classes", Sketch.crossEntropy(met.onFake().head("classes"), labels)));
            }
        };
        Game game = new Game(new Adversaries(ingredients, contest).players(generator, critic), data().fields());
        Tensor rows = Tensor.of(new int[] {0, 0, 0, 1, 1, 1}, 6);
        Exhibit exhibit = Exhibit.rows(2, 3, move -> move.apply(generator, labelled(Sketch.latents(move), rows))
                .value());
        return Plan.of(List.of(generator, critic), Timeline.of(Phase.open("training", game, exhibit)));
    }

    private static Inputs labelled(Tensor latents, Tensor labels) {
        return Inputs.of(latents).with(Field.LABEL, Tensor.oneHot(labels, 2));
    }
}
