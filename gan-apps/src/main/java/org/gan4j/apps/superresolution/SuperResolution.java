package org.gan4j.apps.superresolution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.CosineDecay;
import org.gan4j.api.optim.Optimizer;

/**
 * Super-resolution, SRGAN (<a href="https://arxiv.org/abs/1609.04802">Ledig et al. 2017</a>): a generator enlarges
 * images. It learns in two phases. In the first, it minimizes the distance of pixels alone, which gives the highest
 * signal-to-noise ratio and smooth images. In the second, it minimizes
 *
 * <pre>
 * w_c · content(x, G(y)) + w_a · adversarial(D(G(y))) + w_p · pixels(x, G(y)) + w_t · TV(G(y))
 * </pre>
 *
 * where y is the small image of x, the content loss compares features of a trained network, and TV is the total
 * variation. This makes images sharp: they look like photographs, at the cost of some distance.
 *
 * <p>The data need the field {@code image}. The small images are its antialiased bicubic reductions, or the field
 * {@code low-resolution} if the data have one, as the data source {@code degraded} makes it.
 *
 * @param scale the factor of height and width: 2, 4 or 8
 * @param content the features of the content loss; MOBILENET by default
 * @param vgg the path of VGG-19's weights, a safetensors file with torchvision's names, for VGG22 and VGG54; else empty
 * @param contentWeight w_c; 1 in the paper
 * @param adversarialWeight w_a; 1e-3 in the paper
 * @param pixelWeight w_p; 0 in the paper
 * @param totalVariation w_t; 0 by default, 2e-8 in an earlier version of the paper
 * @param pixels the distance of pixels
 * @param pixelSteps the number of steps of the first phase; 0 begins with the second, for a generator that is trained
 *     already
 * @param pixelOptimizer the optimizer of the generator in the first phase
 * @param pixelEnd the factor of its learning rate at the end of the first phase, to which it falls along half a cosine; 1
 *     keeps the rate
 */
public record SuperResolution(
        int scale,
        Content content,
        String vgg,
        double contentWeight,
        double adversarialWeight,
        double pixelWeight,
        double totalVariation,
        PixelDistance pixels,
        int pixelSteps,
        Optimizer pixelOptimizer,
        double pixelEnd)
        implements Application {
    /** The name of the first phase. */
    static final String PIXEL = "pixel";

    /** The name of the second phase. */
    static final String ADVERSARIAL = "adversarial";

    private static final int PAPER_SCALE = 4;
    private static final double PAPER_ADVERSARIAL_WEIGHT = 1e-3;
    private static final int PIXEL_STEPS = 10_000;
    private static final double PIXEL_RATE = 5e-4;
    private static final double PIXEL_END = 0.02;
    private static final int PREVIEW_ROWS = 4;

    /** Returns SRGAN with the embedded MobileNetV2's features as its content. */
    public static SuperResolution srgan() {
        return new SuperResolution(
                PAPER_SCALE,
                Content.MOBILENET,
                "",
                1,
                PAPER_ADVERSARIAL_WEIGHT,
                0,
                0,
                PixelDistance.L1,
                PIXEL_STEPS,
                Adam.of(PIXEL_RATE, 0.9, 0.999),
                PIXEL_END);
    }

    /** Returns a copy with another factor of height and width. */
    public SuperResolution scale(int factor) {
        return new SuperResolution(
                factor,
                content,
                vgg,
                contentWeight,
                adversarialWeight,
                pixelWeight,
                totalVariation,
                pixels,
                pixelSteps,
                pixelOptimizer,
                pixelEnd);
    }

    /** Returns a copy with other features of the content loss, which need no file: MOBILENET or PIXELS. */
    public SuperResolution content(Content features) {
        return content(features, "");
    }

    /**
     * Returns a copy whose content loss uses features of VGG-19.
     *
     * @param features VGG22 or VGG54
     * @param weights a safetensors file with torchvision's names
     */
    public SuperResolution vgg(Content features, Path weights) {
        return content(features, weights.toString());
    }

    private SuperResolution content(Content features, String file) {
        return new SuperResolution(
                scale,
                features,
                file,
                contentWeight,
                adversarialWeight,
                pixelWeight,
                totalVariation,
                pixels,
                pixelSteps,
                pixelOptimizer,
                pixelEnd);
    }

    /** Returns a copy with other weights w_c, w_a, w_p and w_t of the second phase. */
    public SuperResolution weights(double ofContent, double ofAdversarial, double ofPixels, double ofVariation) {
        return new SuperResolution(
                scale,
                content,
                vgg,
                ofContent,
                ofAdversarial,
                ofPixels,
                ofVariation,
                pixels,
                pixelSteps,
                pixelOptimizer,
                pixelEnd);
    }

    /** Returns a copy with another distance of pixels. */
    public SuperResolution pixels(PixelDistance distance) {
        return new SuperResolution(
                scale,
                content,
                vgg,
                contentWeight,
                adversarialWeight,
                pixelWeight,
                totalVariation,
                distance,
                pixelSteps,
                pixelOptimizer,
                pixelEnd);
    }

    /** Returns a copy whose first phase has another number of steps, over which its learning rate falls. */
    public SuperResolution pixelSteps(int steps) {
        return pixelPhase(steps, pixelOptimizer, pixelEnd);
    }

    /**
     * Returns a copy with another first phase.
     *
     * @param end the factor of the learning rate at its end
     */
    public SuperResolution pixelPhase(int steps, Optimizer optimizer, double end) {
        return new SuperResolution(
                scale,
                content,
                vgg,
                contentWeight,
                adversarialWeight,
                pixelWeight,
                totalVariation,
                pixels,
                steps,
                optimizer,
                end);
    }

    @Override
    public String name() {
        return "super-resolution";
    }

    @Override
    public String summary() {
        return "larger images of more detail (SRGAN)";
    }

    @Override
    public Set<GanOption<?>> uses() {
        return GanComponents.WITHOUT_LATENTS;
    }

    /** The learning rate of the first phase falls over its length. */
    @Override
    public SuperResolution phases(Map<String, Integer> lengths) {
        return pixelSteps(lengths.getOrDefault(PIXEL, pixelSteps));
    }

    @Override
    public List<String> trainingProblems() {
        return SuperResolutionProblems.ofFile(this);
    }

    @Override
    public Set<String> teachers() {
        return contentWeight > 0 ? content.networks() : Set.of();
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new SuperResolutionProblems(this, data).ofData();
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(SuperResolutionNetworks.standard());
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new SuperResolutionProblems(this, data).of(components);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        SmallImages small = SmallImages.of(scale, data);
        return components.resolved(
                SuperResolutionNetworks.generatorSpec(small, data, 0),
                SuperResolutionNetworks.criticSpec(components, data, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        SmallImages small = SmallImages.of(scale, data);
        SuperResolutionNetworks networks = SuperResolutionNetworks.of(components, small, data, seed);
        SuperResolutionModel model = new SuperResolutionModel(this, networks, small, ContentLoss.onDemand(this));
        List<Player> second =
                new AdversarialPlayers(components, model).players(networks.generator(), networks.critic());
        List<Field> fields = small.fields(data);
        SamplePreview preview =
                SamplePreview.rows(PREVIEW_ROWS, EnlargedPreview.COLUMNS, new EnlargedPreview(model, PREVIEW_ROWS));
        List<Phase> phases = new ArrayList<>();
        if (pixelSteps > 0) {
            Game pixelGame =
                    new Game(List.of(pixelPlayer(model, components)), fields).accumulation(components.accumulation());
            phases.add(Phase.of(PIXEL, pixelSteps, pixelGame, preview));
        }
        phases.add(Phase.open(ADVERSARIAL, components.game(second, fields), preview));
        int channels = data.image().shape().dim(0);
        return Plan.of(networks.all(), new PhaseSchedule(phases))
                .with(
                        Upscaler.class,
                        runner -> Upscaler.of(
                                runner, networks.generator(), scale, channels, components.inferenceWeights()))
                .with(Evaluable.class, runner -> () -> List.of(networks.comparison(runner, small, data)));
    }

    /** Returns the only player of the first phase: the generator, under a name of its own, so with moments of its own. */
    Player pixelPlayer(SuperResolutionModel model, GanComponents components) {
        return Player.of(
                        PIXEL,
                        List.of(model.networks().generator()),
                        update -> List.of(Term.of(PIXEL, pixels.of(model.real(update), model.generate(update)))),
                        pixelOptimizer)
                .schedule(Optional.of(new CosineDecay(pixelSteps, pixelEnd)))
                .movingAverage(components.movingAverage());
    }
}
