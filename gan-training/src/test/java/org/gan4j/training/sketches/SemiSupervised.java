package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Player;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.Tensor;

/** Semi-supervised: a classifier of K classes and one for fakes; most samples have no label, which is -1. */
record SemiSupervised() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(Sketch.image(1, 4, 4), Sketch.label());
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny generator = Tiny.of("generator", 3, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16).head("features", 5).head("classes", 2);
        Player classifier = Player.of(
                "critic",
                List.of(critic),
                move -> {
                    Tensor labels = move.data(Field.LABEL);
                    Tensor onReal = move.apply(critic, Inputs.of(move.data(Field.IMAGE)))
                            .head("classes");
                    Tensor fake = move.apply(generator, Sketch.latents(move));
                    Tensor onFake = move.apply(critic, Inputs.of(fake)).head("classes");
                    // one-hot of -1 is all zeros, so what has no label adds nothing
                    return List.of(
                            Term.of("classes", Sketch.crossEntropy(onReal, labels)),
                            Term.of("real", logSum(onReal).neg().softplus().mean()),
                            Term.of("fake", logSum(onFake).softplus().mean()));
                },
                ingredients.criticOptimizer());
        Player matcher = Player.of(
                "generator",
                List.of(generator),
                move -> {
                    Tensor real = move.apply(critic, Inputs.of(move.data(Field.IMAGE)))
                            .head("features");
                    Tensor made = move.apply(generator, Sketch.latents(move));
                    Tensor fake = move.apply(critic, Inputs.of(made)).head("features");
                    Tensor distance = real.mean(0).sub(fake.mean(0)).square().sum();
                    return List.of(Term.of("features", distance));
                },
                ingredients.generatorOptimizer());
        Game game = new Game(List.of(classifier, matcher), data().fields());
        Exhibit exhibit = Exhibit.of(4, move -> move.apply(generator, Sketch.latents(move)));
        return Plan.of(List.of(generator, critic), Timeline.of(Phase.open("training", game, exhibit)));
    }

    /** The logit of being real: log of the sum of exp over the classes, with a fake's logit of 0. */
    private static Tensor logSum(Tensor logits) {
        return logits.exp().sum(1).log();
    }
}
