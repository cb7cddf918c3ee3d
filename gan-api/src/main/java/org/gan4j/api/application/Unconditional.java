package org.gan4j.api.application;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Unconditional generation, the original GAN (<a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014</a>):
 * the generator maps latents alone to samples that resemble the data's field {@code image}.
 */
public record Unconditional() implements Application {
    private static final int PREVIEW_SAMPLES = 64;

    @Override
    public String name() {
        return "unconditional";
    }

    @Override
    public String summary() {
        return "samples like the data, from latents alone (Goodfellow et al. 2014)";
    }

    @Override
    public List<String> problems(DataSchema data) {
        return data.has(Field.IMAGE)
                ? List.of()
                : List.of("the data have no field " + Field.IMAGE + " to imitate; they have "
                        + data.fields().stream().map(Field::name).toList());
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        Field image = data.image();
        NetworkSpec generatorSpec = components.generatorSpec(image.shape(), 0);
        NetworkSpec criticSpec = components.criticSpec(image.shape(), 0);
        List<String> problems = new ArrayList<>(components.problems(generatorSpec, criticSpec));
        if (problems.isEmpty()) {
            Shape batch = image.batch(ShapeCheck.BATCH);
            Network critic = components.critic().build(criticSpec);
            Tensor latents = Tensor.zeros(batch.dim(0), components.generator().latent());
            problems.addAll(ShapeCheck.problems(
                    components.generator().build(generatorSpec), Inputs.of(latents), batch, "samples like the data"));
            Shape scored = image.batch(ShapeCheck.batch(components.critic()));
            Tensor samples = Tensor.input(Field.IMAGE, image.dtype(), scored.dims());
            problems.addAll(components.criticProblems(critic, Inputs.of(samples)));
        }
        return problems;
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        Shape sample = data.image().shape();
        return components.resolved(components.generatorSpec(sample, 0), components.criticSpec(sample, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field image = data.image();
        Network generator = components.generator().build(components.generatorSpec(image.shape(), seed));
        Network critic = components.critic().build(components.criticSpec(image.shape(), seed));
        LatentSpace space = components.latents();
        AdversarialModel model = AdversarialModel.unconditional(generator, critic, space);
        Game game =
                components.game(new AdversarialPlayers(components, model).players(generator, critic), List.of(image));
        SamplePreview preview = SamplePreview.of(
                PREVIEW_SAMPLES,
                update -> update.apply(generator, space.draw(update.random("latents"), update.batchSize())));
        Plan plan = Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(generator, space, image);
        // the score of a pack says nothing about one of its samples
        return components.critic().samplesPerScore() > 1
                ? plan
                : plan.with(Scorer.class, runner -> Scorer.of(runner, critic, image));
    }
}
