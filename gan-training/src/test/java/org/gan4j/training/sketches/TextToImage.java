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

/** Text to image: the critic also scores real images with the texts of others, as fakes. */
record TextToImage() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(Sketch.image(1, 4, 4), new Field("text", DType.INT, Shape.of(5)));
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny generator = Tiny.of("generator", 3 + 7, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16 + 7);
        AdversarialModel model = new AdversarialModel() {
            @Override
            public Tensor real(UpdateContext update) {
                return update.data(Field.IMAGE);
            }

            @Override
            public Tensor generate(UpdateContext update) {
                return update.apply(generator, Inputs.of(Sketch.latents(update)).with("text", words(update)))
                        .value();
            }

            @Override
            public Outputs discriminate(UpdateContext update, Tensor samples) {
                return update.apply(critic, Inputs.of(samples).with("text", words(update)));
            }

            @Override
            public List<Term> criticTerms(ScoredBatch batch) {
                Tensor words = words(batch.update());
                int count = words.shape().dim(0);
                Tensor others = Tensor.concat(0, words.slice(0, 1, count), words.slice(0, 0, 1));
                Tensor wrong = batch.update()
                        .apply(critic, Inputs.of(batch.real()).with("text", others))
                        .value();
                return List.of(Term.of("wrong-text", components.loss().critic(batch.realScores(), wrong)));
            }
        };
        Game game = new Game(new AdversarialPlayers(components, model).players(generator, critic), data().fields());
        SamplePreview preview = SamplePreview.of(4, update -> update.apply(
                        generator, Inputs.of(Sketch.latents(update)).with("text", words(update)))
                .value());
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)));
    }

    /** Returns the number of occurrences of each of 7 words in a text [N, words]. */
    private static Tensor words(UpdateContext update) {
        return Tensor.oneHot(update.data("text"), 7).sum(1);
    }
}
