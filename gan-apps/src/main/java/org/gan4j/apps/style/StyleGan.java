package org.gan4j.apps.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.network.Network;
import org.gan4j.apps.progressive.GrowingNetworks;
import org.gan4j.apps.progressive.GrownGenerator;
import org.gan4j.apps.progressive.Growth;
import org.gan4j.apps.progressive.GrowthProblems;
import org.gan4j.architectures.progressive.Progressive;
import org.gan4j.architectures.style.Style;
import org.gan4j.architectures.style.StyledNetwork;
import org.gan4j.losses.LossPresets;
import org.gan4j.losses.penalty.R1;

/**
 * Generation by styles, StyleGAN (<a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019</a>) and StyleGAN2 (<a
 * href="https://arxiv.org/abs/1912.04958">Karras et al. 2020</a>): a generator whose layers are controlled by styles w =
 * f(z). In training, a share of the images has the styles of two latents, one for the layers before a random place and one
 * for those after it (mixing regularization), so that neighboring layers do not depend on each other. A trained GAN mixes
 * the styles of any images, and its samples are truncated in W. The networks can grow, as in {@link
 * org.gan4j.apps.progressive.ProgressiveGrowing}.
 *
 * @param mixing the share of images with two styles, from 0 to 1; 0.9 in the paper
 * @param start the height of the first images: that of the data, halved some times; 0 for the smallest
 * @param stable the number of steps of each size but the last; the last number holds for all further sizes; if there is
 *     none, nothing grows, as in StyleGAN2
 * @param fade the number of steps in which each size but the first fades in; the last number holds for all further sizes
 * @param batchSizes the batch size of each size; the last number holds for all further sizes; if there is none, that of
 *     the run
 */
public record StyleGan(double mixing, int start, List<Integer> stable, List<Integer> fade, List<Integer> batchSizes)
        implements Application {
    private static final int STEPS = 600;
    private static final double MIXING = 0.9;
    private static final double R1_WEIGHT = 10;

    public StyleGan {
        stable = List.copyOf(stable);
        fade = List.copyOf(fade);
        batchSizes = List.copyOf(batchSizes);
    }

    /** Returns the application with 600 steps for each size and as many for each fade, from the smallest size. */
    public static StyleGan growing() {
        return new StyleGan(MIXING, 0, List.of(STEPS), List.of(STEPS), List.of());
    }

    /** Returns the application that trains at the size of the data alone. */
    public static StyleGan fixedSize() {
        return new StyleGan(MIXING, 0, List.of(), List.of(), List.of());
    }

    /** Returns a copy with another share of images with two styles. */
    public StyleGan mixing(double share) {
        return new StyleGan(share, start, stable, fade, batchSizes);
    }

    /** Returns a copy that starts with images of another height; 0 for the smallest. */
    public StyleGan start(int height) {
        return new StyleGan(mixing, height, stable, fade, batchSizes);
    }

    /** Returns a copy that grows, with these numbers of steps of each size, and of each fade. */
    public StyleGan steps(int ofSize, int ofFade) {
        return new StyleGan(mixing, start, List.of(ofSize), List.of(ofFade), batchSizes);
    }

    /** Returns a copy with a batch size of its own for each size, the smallest size first. */
    public StyleGan batchSizes(List<Integer> sizes) {
        return new StyleGan(mixing, start, stable, fade, sizes);
    }

    private Growth growth() {
        return new Growth(start, stable, fade, batchSizes);
    }

    @Override
    public String name() {
        return "style";
    }

    @Override
    public String summary() {
        return "samples by styles, which can be mixed (StyleGAN, StyleGAN2)";
    }

    @Override
    public StyleGan phases(Map<String, Integer> lengths) {
        Growth fitted = growth().phases(lengths);
        return new StyleGan(mixing, start, fitted.stable(), fitted.fade(), batchSizes);
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(new GrowthProblems(name(), growth(), data).ofData());
        if (!(mixing >= 0 && mixing <= 1)) {
            problems.add("the share of images with two styles, mixing, must be from 0 to 1, not " + mixing
                    + ": 0.9 in the paper");
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(Style.generator())
                .critic(Progressive.critic().filtered(true))
                .regularizers(R1.of(R1_WEIGHT)));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        List<String> problems = new ArrayList<>(new GrowthProblems(name(), growth(), data).of(components));
        if (problems.isEmpty() && !(networks(components, data, 0).generator().whole() instanceof StyledNetwork)) {
            problems.add("the application style needs a generator with styles, which "
                    + components.generator().name() + " is not: choose the generator style");
        }
        return problems;
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return GrowingNetworks.resolved(components, data);
    }

    private GrowingNetworks networks(GanComponents components, DataSchema data, long seed) {
        return new GrowingNetworks(growth(), components, data.image().shape(), seed);
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        GrowingNetworks networks = networks(components, data, seed);
        GrownGenerator generator = networks.generator();
        Network critic = networks.critic();
        StyleMixing styles = new StyleMixing(components.latents(), mixing);
        GrownStyles grown = new GrownStyles(generator, components.latents());
        return Plan.of(List.of(generator, critic), networks.phases(generator, styles, networks.preview(generator)))
                .with(Scorer.class, runner -> Scorer.of(runner, critic, data.image()))
                .with(LatentSampler.class, runner -> new GrownSampler(runner, grown))
                .with(StyleSampler.class, runner -> new GrownSampler(runner, grown))
                .with(Evaluable.class, runner -> new StyleComparison(data.image(), new GrownSampler(runner, grown)));
    }
}
