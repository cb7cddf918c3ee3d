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
import org.gan4j.tensor.Tensor;

/** Label-conditional, with an auxiliary classifier; previewed with one class per row. */
record LabelConditional() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(Sketch.image(1, 4, 4), Sketch.label());
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny generator = Tiny.of("generator", 3 + 2, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16).head("classes", 2);
        AdversarialModel model = new AdversarialModel() {
            @Override
            public Tensor real(UpdateContext update) {
                return update.data(Field.IMAGE);
            }

            @Override
            public Tensor generate(UpdateContext update) {
                return update.apply(generator, labeled(Sketch.latents(update), update.data(Field.LABEL)))
                        .value();
            }

            @Override
            public Outputs discriminate(UpdateContext update, Tensor samples) {
                return update.apply(critic, Inputs.of(samples));
            }

            @Override
            public List<Term> criticTerms(ScoredBatch batch) {
                Tensor labels = batch.update().data(Field.LABEL);
                Tensor realOutputs = Sketch.crossEntropy(batch.realOutputs().head("classes"), labels);
                Tensor fakeOutputs = Sketch.crossEntropy(batch.fakeOutputs().head("classes"), labels);
                return List.of(Term.of("classes", realOutputs.add(fakeOutputs)));
            }

            @Override
            public List<Term> generatorTerms(ScoredBatch batch) {
                Tensor labels = batch.update().data(Field.LABEL);
                return List.of(Term.of(
                        "classes", Sketch.crossEntropy(batch.fakeOutputs().head("classes"), labels)));
            }
        };
        Game game = new Game(new AdversarialPlayers(components, model).players(generator, critic), data().fields());
        Tensor rows = Tensor.of(new int[] {0, 0, 0, 1, 1, 1}, 6);
        SamplePreview preview =
                SamplePreview.rows(2, 3, update -> update.apply(generator, labeled(Sketch.latents(update), rows))
                        .value());
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)));
    }

    private static Inputs labeled(Tensor latents, Tensor labels) {
        return Inputs.of(latents).with(Field.LABEL, Tensor.oneHot(labels, 2));
    }
}
