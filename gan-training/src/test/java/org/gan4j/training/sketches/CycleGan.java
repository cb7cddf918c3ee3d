package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** CycleGAN: two generators, one player, and two critics, each with a pool of earlier fakes. */
record CycleGan() implements Sketch {
    /** The field name in the data source unpaired, which shuffles each side independently. */
    private static final String OTHER = "other-image";

    @Override
    public DataSchema data() {
        return Sketch.data(Sketch.image(1, 4, 4), new Field(OTHER, DType.FLOAT, Shape.of(1, 4, 4)));
    }

    @Override
    public Plan plan(GanComponents components) {
        Tiny there = Tiny.of("there", 16, 1, 4, 4);
        Tiny back = Tiny.of("back", 16, 1, 4, 4);
        Tiny critic = Tiny.critic("critic", 16);
        Tiny otherCritic = Tiny.critic("other-critic", 16);
        ImagePool pool = ImagePool.of("pool", Shape.of(4, 1, 4, 4));
        ImagePool otherPool = ImagePool.of("other-pool", Shape.of(4, 1, 4, 4));
        Player generators = Player.of(
                "generators",
                List.of(there, back),
                update -> {
                    Tensor image = update.data(Field.IMAGE);
                    Tensor other = update.data(OTHER);
                    Tensor fakeOther = update.apply(there, image);
                    Tensor fake = update.apply(back, other);
                    Tensor cycle = Sketch.absoluteDifference(image, update.apply(back, fakeOther))
                            .add(Sketch.absoluteDifference(other, update.apply(there, fake)));
                    return List.of(
                            Term.of(
                                    "there",
                                    components
                                            .loss()
                                            .generator(
                                                    update.apply(otherCritic, other),
                                                    update.apply(otherCritic, fakeOther))),
                            Term.of(
                                    "back",
                                    components
                                            .loss()
                                            .generator(update.apply(critic, image), update.apply(critic, fake))),
                            Term.of("cycle", cycle.mul(10)));
                },
                components.generatorOptimizer());
        List<Player> players = List.of(
                generators,
                critic(components, critic, pool, Field.IMAGE, back, OTHER),
                critic(components, otherCritic, otherPool, OTHER, there, Field.IMAGE));
        SamplePreview preview = SamplePreview.of(4, update -> update.apply(there, update.data(Field.IMAGE)));
        return Plan.of(
                        List.of(there, back, critic, otherCritic, pool, otherPool),
                        PhaseSchedule.of(Phase.open("training", new Game(players, data().fields()), preview)))
                .with(
                        Evaluable.class,
                        runner -> () -> List.of(
                                translated(runner, back, OTHER, Field.IMAGE),
                                translated(runner, there, Field.IMAGE, OTHER)));
    }

    /** Compares translated images of the other side with images of this side; they are not pairs. */
    private Comparison translated(InferenceRunner runner, Network generator, String from, String to) {
        InferenceRunner.Prepared made = runner.prepare(List.of(data().field(from)), (parameters, in) -> generator
                .apply(parameters, ForwardPass.inference(), Inputs.of(in.get(from)))
                .value());
        return new Comparison(
                data().field(to),
                Pairing.DISTRIBUTION,
                LatentSpace.none(),
                (rows, latents, weights) -> made.run(rows, weights));
    }

    private static Player critic(
            GanComponents components, Tiny critic, ImagePool pool, String real, Network generator, String from) {
        return Player.of(
                critic.name(),
                List.of(critic, pool),
                update -> {
                    Tensor fake = update.apply(pool, update.apply(generator, update.data(from)));
                    return List.of(Term.of(
                            "adversarial",
                            components
                                    .loss()
                                    .critic(update.apply(critic, update.data(real)), update.apply(critic, fake))));
                },
                components.criticOptimizer());
    }
}
