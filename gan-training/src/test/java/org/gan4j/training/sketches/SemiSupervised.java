package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.Inputs;
import org.gan4j.tensor.Tensor;

/** Semi-supervised: a classifier of K classes and one for fakes; the label of unlabeled samples is -1. */
record SemiSupervised() implements Sketch {
    @Override
    public DataSchema data() {
        return Sketch.data(Sketch.image(1, 4, 4), Sketch.label());
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny generator = Tiny.of("generator", 3, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16).head("features", 5).head("classes", 2);
        Player classifier = Player.of(
                "critic",
                List.of(critic),
                update -> {
                    Tensor labels = update.data(Field.LABEL);
                    Tensor realOutputs = update.apply(critic, Inputs.of(update.data(Field.IMAGE)))
                            .head("classes");
                    Tensor fake = update.apply(generator, Sketch.latents(update));
                    Tensor fakeOutputs = update.apply(critic, Inputs.of(fake)).head("classes");
                    // the one-hot of -1 is all zeros, so unlabeled samples add nothing
                    return List.of(
                            Term.of("classes", Sketch.crossEntropy(realOutputs, labels)),
                            Term.of("real", logSum(realOutputs).neg().softplus().mean()),
                            Term.of("fake", logSum(fakeOutputs).softplus().mean()));
                },
                components.criticOptimizer());
        Player matcher = Player.of(
                "generator",
                List.of(generator),
                update -> {
                    Tensor real = update.apply(critic, Inputs.of(update.data(Field.IMAGE)))
                            .head("features");
                    Tensor made = update.apply(generator, Sketch.latents(update));
                    Tensor fake = update.apply(critic, Inputs.of(made)).head("features");
                    Tensor distance = real.mean(0).sub(fake.mean(0)).square().sum();
                    return List.of(Term.of("features", distance));
                },
                components.generatorOptimizer());
        Game game = new Game(List.of(classifier, matcher), data().fields());
        SamplePreview preview = SamplePreview.of(4, update -> update.apply(generator, Sketch.latents(update)));
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)));
    }

    /** Returns the logit of being real: the log of the sum of exp over the classes, with a logit of 0 for fakes. */
    private static Tensor logSum(Tensor logits) {
        return logits.exp().sum(1).log();
    }
}
