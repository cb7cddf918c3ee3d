package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Super-resolution (SRGAN, <a href="https://arxiv.org/abs/1609.04802">Ledig et al. 2017</a>): from an image of half the
 * size, which is computed from the data, to the image. The generator learns from the content alone, then also from a
 * critic.
 *
 * @param contentSteps the number of steps of the first phase, at least 1
 */
record SuperResolution(int contentSteps) implements Application {
    private static final double ADVERSARIAL_WEIGHT = 1e-3;

    @Override
    public String name() {
        return "super-resolution";
    }

    @Override
    public Set<GanOption<?>> uses() {
        return Translation.USES;
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(PairProblems.missing(name(), data, Field.IMAGE));
        if (contentSteps < 1) {
            problems.add("super-resolution needs at least 1 content step, not " + contentSteps + ": choose more");
        }
        if (problems.isEmpty()) {
            Shape image = data.image().shape();
            if (image.rank() != 3 || image.dim(1) % 2 != 0 || image.dim(2) % 2 != 0) {
                problems.add("super-resolution halves images of even height and width; the field image has the shape "
                        + image + ": resize the images");
            }
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(new TinyTranslator(64))
                .critic(Dcgan.critic()));
    }

    private static NetworkSpec generatorSpec(DataSchema data, long seed) {
        Shape image = data.image().shape();
        Shape small = Shape.of(image.dim(0), image.dim(1) / 2, image.dim(2) / 2);
        Field input = new Field("small-image", data.image().dtype(), small);
        return NetworkSpec.of(VariableScope.of("generator", seed), input, image);
    }

    private static NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        return components.criticSpec(data.image().shape(), seed);
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new PairProblems(components, generatorSpec(data, 0), criticSpec(components, data, 0)).all();
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(generatorSpec(data, 0), criticSpec(components, data, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Network generator = components.generator().build(generatorSpec(data, seed));
        Network critic = components.critic().build(criticSpec(components, data, seed));
        Translation enlarging = new Translation(generator, data.image(), SuperResolution::smaller, data.image());
        // a pair whose critic never plays: its generator still has its regularizers, schedule and moving average
        Player content = new AdversarialPlayers(components, new ContentModel(enlarging, critic, 0))
                .generator(List.of(generator), List.of(critic));
        AdversarialPlayers pair =
                new AdversarialPlayers(components, new ContentModel(enlarging, critic, ADVERSARIAL_WEIGHT));
        List<Field> fields = List.of(data.image());
        SamplePreview preview = SamplePreview.rows(4, 1, enlarging::of);
        PhaseSchedule phases = new PhaseSchedule(List.of(
                Phase.of(
                        "content",
                        contentSteps,
                        new Game(List.of(content), fields).accumulation(components.accumulation()),
                        preview),
                Phase.open("adversarial", components.game(pair.players(generator, critic), fields), preview)));
        return Plan.of(List.of(generator, critic), phases)
                .with(Evaluable.class, runner -> () -> List.of(enlarging.compared(runner, Pairing.PAIRS)));
    }

    /** Returns the means of squares of 2×2 pixels. */
    private static Tensor smaller(Tensor image) {
        Shape shape = image.shape();
        return image.reshape(-1, shape.dim(1), shape.dim(2) / 2, 2, shape.dim(3) / 2, 2)
                .mean(3, 5);
    }
}
