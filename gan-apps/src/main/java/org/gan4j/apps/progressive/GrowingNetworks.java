package org.gan4j.apps.progressive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A generator and a critic at each size that they grow through. The networks of all sizes share their variables by name.
 *
 * @param growth the sizes
 * @param components the architectures and all that trains them
 * @param image the shape of the data's images
 * @param seed the seed of the initial values
 */
public record GrowingNetworks(Growth growth, GanComponents components, Shape image, long seed) {
    private static final int PREVIEW_SAMPLES = 64;

    /** Returns a copy of components whose open settings have their values for the size of the data. */
    public static GanComponents resolved(GanComponents components, DataSchema data) {
        Shape image = data.image().shape();
        return components.resolved(components.generatorSpec(image, 0), components.criticSpec(image, 0));
    }

    /** Returns a preview of samples of the size of the data. */
    public SamplePreview preview(GrownGenerator generator) {
        return SamplePreview.of(
                PREVIEW_SAMPLES,
                update -> update.apply(
                        generator, components.latents().draw(update.random("latents"), update.batchSize())));
    }

    /** Returns the generator as far as it has grown. */
    public GrownGenerator generator() {
        List<Network> networks = new ArrayList<>();
        List<Shape> sizes = growth.sizes(image);
        for (int i = 0; i < sizes.size(); i++) {
            networks.add(generator(sizes.get(i), i > 0));
        }
        return new GrownGenerator(networks, Variable.of("growth/level", Tensor.full(0)));
    }

    /** Returns the critic of the size of the data, with the variables that it has while it grows. */
    public Network critic() {
        List<Network> networks = new ArrayList<>();
        List<Shape> sizes = growth.sizes(image);
        for (int i = 0; i < sizes.size(); i++) {
            networks.add(critic(sizes.get(i), i > 0));
        }
        return new GrownCritic(networks);
    }

    Network generator(Shape size, boolean fades) {
        return components.generator().build(generatorSpec(size, fades));
    }

    Network critic(Shape size, boolean fades) {
        return components.critic().build(criticSpec(size, fades));
    }

    NetworkSpec generatorSpec(Shape size, boolean fades) {
        NetworkSpec spec = components.generatorSpec(size, seed);
        return fades ? spec.with(Fading.field()) : spec;
    }

    NetworkSpec criticSpec(Shape size, boolean fades) {
        NetworkSpec spec = components.criticSpec(size, seed);
        return fades ? spec.with(Fading.field()) : spec;
    }

    /**
     * Returns the phases of training.
     *
     * @param generator the generator as far as it has grown
     * @param generating the way in which the generators are applied
     * @param preview the samples shown in all phases
     */
    public PhaseSchedule phases(GrownGenerator generator, Generating generating, SamplePreview preview) {
        GanComponents grouped = components
                .with(
                        GanComponents.GENERATOR_OPTIMIZER,
                        grouped(components.generatorOptimizer(), size -> generator(size, true)))
                .with(
                        GanComponents.CRITIC_OPTIMIZER,
                        grouped(components.criticOptimizer(), size -> critic(size, true)));
        return new PhaseSchedule(growth.stages(image).stream()
                .map(stage -> phase(stage, grouped, generator, generating, preview))
                .toList());
    }

    private Phase phase(
            Stage stage, GanComponents grouped, GrownGenerator grown, Generating generating, SamplePreview preview) {
        Network generator = generator(stage.image(), stage.fades());
        Network critic = critic(stage.image(), stage.fades());
        GrowingModel model =
                new GrowingModel(stage, generator, critic, components.latents(), generating, grown.level());
        AdversarialPlayers pair = new AdversarialPlayers(grouped, model);
        Game game = grouped.game(
                List.of(
                        pair.critic(List.of(critic)),
                        pair.generator(List.of(generator), List.of(critic)).state(List.of(grown.level()))),
                List.of(new Field(Field.IMAGE, DType.FLOAT, stage.image())));
        Phase phase = new Phase(stage.name(), stage.steps(), game, preview)
                .prepared(new MeanReduction(image.dim(1) / stage.image().dim(1)));
        return stage.batchSize().isPresent() ? phase.batchSize(stage.batchSize().getAsInt()) : phase;
    }

    /** Returns an optimizer with separate state for the variables that join at each size. */
    private Optimizer grouped(Optimizer optimizer, Function<Shape, Network> network) {
        Map<String, String> joined = new HashMap<>();
        for (Shape size : growth.sizes(image)) {
            network.apply(size)
                    .parameters()
                    .forEach(each -> joined.putIfAbsent(each.name(), size.dim(1) + "x" + size.dim(2)));
        }
        return new GrowingOptimizer(optimizer, variable -> joined.get(variable.name()));
    }
}
