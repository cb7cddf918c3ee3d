package org.gan4j.apps.progressive;

import java.util.List;
import java.util.Map;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.network.Network;
import org.gan4j.api.optim.Adam;
import org.gan4j.architectures.progressive.Progressive;
import org.gan4j.losses.adversarial.Wasserstein;
import org.gan4j.losses.penalty.Drift;
import org.gan4j.losses.penalty.GradientPenalty;

/**
 * Progressive growing, ProGAN (<a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>): both networks begin
 * with small images, which are learned fast, and get layers for larger ones that fade in. The networks must read the
 * condition {@code fade}, as {@code progressive} and {@code style} do. A run can be sampled at any step: smaller images
 * are enlarged. What the user leaves open is the paper's: Wasserstein loss, gradient penalty and drift penalty, Adam 1e-3
 * (0, 0.99).
 *
 * <pre>{@code
 * Gan.builder().application(ProgressiveGrowing.standard().steps(600, 400)).data(FashionMnist.embedded()).build()
 * }</pre>
 *
 * @param start the height of the first images: that of the data, halved some times; 0 for the smallest
 * @param stable the number of steps of each size but the last; the last number holds for all further sizes; if there is
 *     none, nothing grows
 * @param fade the number of steps in which each size but the first fades in; the last number holds for all further sizes
 * @param batchSizes the batch size of each size; the last number holds for all further sizes; if there is none, that of
 *     the run
 */
public record ProgressiveGrowing(int start, List<Integer> stable, List<Integer> fade, List<Integer> batchSizes)
        implements Application {
    private static final int STEPS = 600;
    private static final double PENALTY = 10;
    private static final double RATE = 1e-3;
    private static final double BETA2 = 0.99;

    public ProgressiveGrowing {
        stable = List.copyOf(stable);
        fade = List.copyOf(fade);
        batchSizes = List.copyOf(batchSizes);
    }

    /** Returns the application with 600 steps for each size and as many for each fade, from the smallest size. */
    public static ProgressiveGrowing standard() {
        return new ProgressiveGrowing(0, List.of(STEPS), List.of(STEPS), List.of());
    }

    /** Returns a copy that starts with images of another height; 0 for the smallest. */
    public ProgressiveGrowing start(int height) {
        return new ProgressiveGrowing(height, stable, fade, batchSizes);
    }

    /** Returns a copy with other numbers of steps of each size, and of each fade. */
    public ProgressiveGrowing steps(int ofSize, int ofFade) {
        return new ProgressiveGrowing(start, List.of(ofSize), List.of(ofFade), batchSizes);
    }

    /** Returns a copy with a batch size of its own for each size, the smallest size first. */
    public ProgressiveGrowing batchSizes(List<Integer> sizes) {
        return new ProgressiveGrowing(start, stable, fade, sizes);
    }

    private Growth growth() {
        return new Growth(start, stable, fade, batchSizes);
    }

    @Override
    public String name() {
        return "progressive";
    }

    @Override
    public String summary() {
        return "networks that grow from small images to large ones (ProGAN, Karras et al. 2018)";
    }

    @Override
    public ProgressiveGrowing phases(Map<String, Integer> lengths) {
        Growth fitted = growth().phases(lengths);
        return new ProgressiveGrowing(start, fitted.stable(), fitted.fade(), batchSizes);
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new GrowthProblems(name(), growth(), data).ofData();
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(GanComponents.of(new Wasserstein())
                .generator(Progressive.generator())
                .critic(Progressive.critic())
                .regularizers(GradientPenalty.of(PENALTY), Drift.standard())
                .optimizer(Adam.of(RATE, 0, BETA2)));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new GrowthProblems(name(), growth(), data).of(components);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return GrowingNetworks.resolved(components, data);
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        GrowingNetworks networks =
                new GrowingNetworks(growth(), components, data.image().shape(), seed);
        GrownGenerator generator = networks.generator();
        Network critic = networks.critic();
        return Plan.of(
                        List.of(generator, critic),
                        networks.phases(generator, Generating.PLAIN, networks.preview(generator)))
                .with(Scorer.class, runner -> Scorer.of(runner, critic, data.image()))
                .sampling(generator, components.latents(), data.image());
    }
}
