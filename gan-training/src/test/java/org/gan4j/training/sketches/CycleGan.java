package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.Comparing;
import org.gan4j.api.Comparison;
import org.gan4j.api.Comparison.Likeness;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Player;
import org.gan4j.api.Runner;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** CycleGAN: two generators, one player, and two critics, each with a pool of earlier fakes. */
record CycleGan() implements Sketch {
    /** As the data source unpaired calls it: each side is shuffled on its own. */
    private static final String OTHER = "other-image";

    @Override
    public DataDescription data() {
        return Sketch.data(Sketch.image(1, 4, 4), new Field(OTHER, DType.FLOAT, Shape.of(1, 4, 4)));
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny there = Tiny.of("there", 16, 1, 4, 4);
        Tiny back = Tiny.of("back", 16, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16);
        Tiny otherCritic = Tiny.critic("other-critic", 16);
        ImagePool pool = ImagePool.of("pool", Shape.of(4, 1, 4, 4));
        ImagePool otherPool = ImagePool.of("other-pool", Shape.of(4, 1, 4, 4));
        Player generators = Player.of(
                "generators",
                List.of(there, back),
                move -> {
                    Tensor image = move.data(Field.IMAGE);
                    Tensor other = move.data(OTHER);
                    Tensor fakeOther = move.apply(there, image);
                    Tensor fake = move.apply(back, other);
                    Tensor cycle = Sketch.absoluteDifference(image, move.apply(back, fakeOther))
                            .add(Sketch.absoluteDifference(other, move.apply(there, fake)));
                    return List.of(
                            Term.of(
                                    "there",
                                    ingredients
                                            .loss()
                                            .generator(
                                                    move.apply(otherCritic, other),
                                                    move.apply(otherCritic, fakeOther))),
                            Term.of(
                                    "back",
                                    ingredients.loss().generator(move.apply(critic, image), move.apply(critic, fake))),
                            Term.of("cycle", cycle.mul(10)));
                },
                ingredients.generatorOptimizer());
        List<Player> players = List.of(
                generators,
                critic(ingredients, critic, pool, Field.IMAGE, back, OTHER),
                critic(ingredients, otherCritic, otherPool, OTHER, there, Field.IMAGE));
        Exhibit exhibit = Exhibit.of(4, move -> move.apply(there, move.data(Field.IMAGE)));
        return Plan.of(
                        List.of(there, back, critic, otherCritic, pool, otherPool),
                        Timeline.of(Phase.open("training", new Game(players, data().fields()), exhibit)))
                .with(
                        Comparing.class,
                        runner -> () -> List.of(
                                translated(runner, back, OTHER, Field.IMAGE),
                                translated(runner, there, Field.IMAGE, OTHER)));
    }

    /** Pictures made from those of the other side, none of which belongs to one of this. */
    private Comparison translated(Runner runner, Network generator, String from, String to) {
        Runner.Prepared made = runner.prepare(List.of(data().field(from)), in -> generator
                .apply(Parameters.variables(), Pass.inference(), Inputs.of(in.get(from)))
                .value());
        return new Comparison(data().field(to), Likeness.DISTRIBUTION, 0, (rows, latents, averaged) -> made.run(rows));
    }

    private static Player critic(
            Ingredients ingredients, Tiny critic, ImagePool pool, String real, Network generator, String from) {
        return Player.of(
                critic.name(),
                List.of(critic, pool),
                move -> {
                    Tensor fake = move.apply(pool, move.apply(generator, move.data(from)));
                    return List.of(Term.of(
                            "adversarial",
                            ingredients.loss().critic(move.apply(critic, move.data(real)), move.apply(critic, fake))));
                },
                ingredients.criticOptimizer());
    }
}
