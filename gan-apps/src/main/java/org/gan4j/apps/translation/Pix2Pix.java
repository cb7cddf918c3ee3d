package org.gan4j.apps.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.apps.images.ImageNetworks;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.unet.UNet;
import org.gan4j.data.folder.PairedFolder;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Shape;

/**
 * Paired translation, pix2pix (<a href="https://arxiv.org/abs/1611.07004">Isola et al. 2017</a>): a generator translates
 * the field {@code source} into its partner, the field {@code image}. The critic scores patches of both together, and the
 * generator minimizes
 *
 * <pre>
 * adversarial(D(x, G(x))) + λ · mean |y − G(x)|
 * </pre>
 *
 * where x is the source and y the image. There are no latents: the paper's noise is dropout in the generator, which this
 * library applies in training only, so a trained generator is a function. The paper halves the critic's loss; with Adam
 * this has no effect, and it is left out.
 *
 * @param l1 the weight λ of the mean absolute difference; 100 in the paper
 */
public record Pix2Pix(double l1) implements Application {
    /** The field of the images to translate. */
    public static final String SOURCE = PairedFolder.SOURCE;

    private static final double PAPER_L1 = 100;
    private static final double RATE = 2e-4;
    private static final int PREVIEW_ROWS = 6;

    /** Returns pix2pix with the paper's weight. */
    public static Pix2Pix paired() {
        return new Pix2Pix(PAPER_L1);
    }

    /** Returns a copy with another weight of the mean absolute difference. */
    public Pix2Pix l1(double weight) {
        return new Pix2Pix(weight);
    }

    @Override
    public String name() {
        return "pix2pix";
    }

    @Override
    public String summary() {
        return "images translated into others, learned from pairs (pix2pix)";
    }

    /** Augmentations are not among them: they would change an image, and not its source. */
    @Override
    public Set<GanOption<?>> uses() {
        return GanComponents.WITHOUT_LATENTS.stream()
                .filter(option -> option != GanComponents.AUGMENTATIONS)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<String> problems(DataSchema data) {
        TranslationProblems check = new TranslationProblems(name());
        List<String> problems = new ArrayList<>(check.ofWeight("l1", l1));
        problems.addAll(check.ofFields(
                data, SOURCE, Field.IMAGE, "use a paired-folder, or edges, which makes a source of each image"));
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(UNet.generator())
                .critic(Patch.critic())
                .optimizer(Adam.of(RATE, 0.5, 0.999)));
    }

    private static NetworkSpec generatorSpec(DataSchema data, long seed) {
        return NetworkSpec.of(
                VariableScope.of("generator", seed),
                data.field(SOURCE),
                data.image().shape());
    }

    private static NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        Shape image = data.image().shape();
        int channels = image.dim(0) + data.field(SOURCE).shape().dim(0);
        return components.criticSpec(image.with(0, channels), seed);
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return ImageNetworks.problems(
                components,
                generatorSpec(data, 0),
                criticSpec(components, data, 0),
                "images of the size of the given ones");
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(generatorSpec(data, 0), criticSpec(components, data, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Network generator = components.generator().build(generatorSpec(data, seed));
        Network critic = components.critic().build(criticSpec(components, data, seed));
        Translation translation = new Translation(generator, data.field(SOURCE), data.image());
        Pix2PixModel model = new Pix2PixModel(translation, critic, l1);
        Game game = components.game(
                new AdversarialPlayers(components, model).players(generator, critic),
                List.of(data.field(SOURCE), data.image()));
        SamplePreview preview =
                SamplePreview.rows(PREVIEW_ROWS, PairedPreview.COLUMNS, new PairedPreview(translation, PREVIEW_ROWS));
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(
                        Translator.class,
                        runner -> new WholeImageTranslator(
                                Map.of(Direction.A2B, translation.mapping(runner)),
                                Direction.A2B,
                                components.inferenceWeights()))
                .with(Evaluable.class, runner -> () -> List.of(translation.compared(runner, Pairing.PAIRS)));
    }
}
