package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Network;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.Pooling;

/**
 * Progressive growing (<a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>): the networks first learn
 * images of half the size, then also networks that double and halve, which are faded in.
 *
 * @param halfSteps the number of steps of the first phase
 * @param halfBatch the number of samples per batch in the first phase, whose images are smaller
 * @param fadeSteps the number of steps of the second phase in which its networks are faded in
 * @param width the channels between the convolutions of these networks
 */
record ProgressiveGrowing(int halfSteps, int halfBatch, int fadeSteps, int width) implements Application {
    ProgressiveGrowing {
        if (halfSteps < 1 || halfBatch < 1 || fadeSteps < 1 || width < 1) {
            throw new IllegalArgumentException("progressive-growing needs settings of at least 1, not " + halfSteps
                    + ", " + halfBatch + ", " + fadeSteps + " and " + width + ": leave out what is smaller");
        }
    }

    @Override
    public String name() {
        return "progressive-growing";
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(LatentPair.missing(name(), data, Field.IMAGE));
        if (problems.isEmpty()) {
            Shape sample = data.image().shape();
            if (sample.rank() != 3 || sample.dim(1) % 2 != 0 || sample.dim(2) % 2 != 0) {
                problems.add(
                        "the field image must hold images of even height and width, not " + sample + ": resize them");
            }
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(Dcgan.generator())
                .critic(Dcgan.critic()));
    }

    private static Field half(Field image) {
        Shape full = image.shape();
        return new Field(image.name(), image.dtype(), Shape.of(full.dim(0), full.dim(1) / 2, full.dim(2) / 2));
    }

    private static LatentPair networks(GanComponents components, DataSchema data) {
        return LatentPair.of(components, half(data.image()).shape());
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        List<String> problems = new ArrayList<>(networks(components, data).problems());
        if (halfBatch % components.critic().samplesPerScore() != 0) {
            problems.add("the critic scores packs of " + components.critic().samplesPerScore()
                    + " samples, which do not divide half-batch " + halfBatch + ": choose a multiple");
        }
        return problems;
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return networks(components, data).resolved();
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field image = data.image();
        LatentSpace space = components.latents();
        Network small = networks(components, data).generator(seed);
        Network smallCritic = networks(components, data).critic(seed);
        Growth growth = Growth.of(image.shape().dim(0), width, fadeSteps, seed);
        Network large = growth.generator(small);
        Network largeCritic = growth.critic(smallCritic);

        AdversarialModel first = AdversarialModel.unconditional(small, smallCritic, space);
        Game ofHalf = components.game(
                new AdversarialPlayers(components, first).players(small, smallCritic), List.of(half(image)));
        AdversarialModel second = AdversarialModel.unconditional(large, largeCritic, space);
        Game ofFull = components.game(
                new AdversarialPlayers(components, second)
                        .players(
                                List.of(small, growth.doubling(), growth.fade()),
                                List.of(smallCritic, growth.halving())),
                List.of(image));
        Phase half = Phase.of("half", halfSteps, ofHalf, preview(small, space))
                .batchSize(halfBatch)
                .prepared(ProgressiveGrowing::halved);
        return Plan.of(
                        List.of(small, growth.doubling(), growth.fade(), smallCritic, growth.halving()),
                        new PhaseSchedule(List.of(half, Phase.open("full", ofFull, preview(large, space)))))
                .sampling(large, space, image);
    }

    private static SamplePreview preview(Network generator, LatentSpace space) {
        return SamplePreview.of(
                4, update -> update.apply(generator, space.draw(update.random("latents"), update.batchSize())));
    }

    private static Map<String, TensorData> halved(Map<String, TensorData> batch) {
        Map<String, TensorData> changed = new HashMap<>(batch);
        changed.computeIfPresent(Field.IMAGE, (name, images) -> Pooling.average2d(Tensor.of(images), 2)
                .evaluate());
        return changed;
    }
}
