package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialModel.ScoredBatch;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Pix2pix: from one image to its partner; the critic sees both, and the generator also minimizes the L1 distance. */
record Pix2Pix() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(Sketch.image(1, 4, 4), new Field("source", DType.FLOAT, Shape.of(1, 4, 4)));
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny generator = Tiny.of("generator", 16, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 32);
        AdversarialModel model = new AdversarialModel() {
            @Override
            public Tensor real(UpdateContext update) {
                return update.data(Field.IMAGE);
            }

            @Override
            public Tensor generate(UpdateContext update) {
                return update.apply(generator, update.data("source"));
            }

            @Override
            public Outputs discriminate(UpdateContext update, Tensor samples) {
                return update.apply(critic, Inputs.of(samples).with("source", update.data("source")));
            }

            @Override
            public List<Term> generatorTerms(ScoredBatch batch) {
                return List.of(Term.of(
                        "l1",
                        Sketch.absoluteDifference(batch.real(), batch.fake()).mul(100)));
            }
        };
        Game game = new Game(new AdversarialPlayers(components, model).players(generator, critic), data().fields());
        SamplePreview preview = SamplePreview.rows(4, 3, update -> {
            Tensor made = update.apply(generator, update.data("source"));
            return Tensor.stack(1, update.data("source"), made, update.data(Field.IMAGE))
                    .slice(0, 0, 4)
                    .reshape(12, 1, 4, 4);
        });
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)));
    }
}
