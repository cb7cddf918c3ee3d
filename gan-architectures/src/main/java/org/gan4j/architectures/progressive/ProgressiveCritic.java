package org.gan4j.architectures.progressive;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.BatchFeatures;
import org.gan4j.architectures.layers.EqualizedConvolution;
import org.gan4j.architectures.layers.EqualizedLinear;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Resizing;

/**
 * ProGAN's critic, the mirror image of its generator: a linear map of colors, two 3×3 convolutions at each size, then the
 * standard deviation of small batches, one more convolution and two linear layers.
 *
 * @param base the number of channels times the side of the image; 16384 in the paper
 * @param maxWidth the most channels; 512 in the paper
 * @param filtered whether images are smoothed before they are halved, as in StyleGAN
 * @param residual whether each block is added to its halved input, as in StyleGAN2
 * @param batchFeatures the further features at the smallest size; STDDEV in the paper
 */
public record ProgressiveCritic(int base, int maxWidth, boolean filtered, boolean residual, BatchFeatures batchFeatures)
        implements CriticArchitecture {
    private static final String THIS = "the progressive critic";

    static ProgressiveCritic defaults() {
        return new ProgressiveCritic(16384, 512, false, false, BatchFeatures.STDDEV);
    }

    public ProgressiveCritic base(int channelsTimesSide) {
        return new ProgressiveCritic(channelsTimesSide, maxWidth, filtered, residual, batchFeatures);
    }

    public ProgressiveCritic maxWidth(int channels) {
        return new ProgressiveCritic(base, channels, filtered, residual, batchFeatures);
    }

    public ProgressiveCritic filtered(boolean smooths) {
        return new ProgressiveCritic(base, maxWidth, smooths, residual, batchFeatures);
    }

    public ProgressiveCritic residual(boolean adds) {
        return new ProgressiveCritic(base, maxWidth, filtered, adds, batchFeatures);
    }

    public ProgressiveCritic batchFeatures(BatchFeatures kind) {
        return new ProgressiveCritic(base, maxWidth, filtered, residual, kind);
    }

    @Override
    public String name() {
        return "progressive";
    }

    @Override
    public String summary() {
        return "convolutions at each size, which can grow (ProGAN and StyleGAN)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems =
                new ArrayList<>(Ladder.problems(THIS, spec.input().shape(), base, maxWidth));
        if (batchFeatures == BatchFeatures.DISCRIMINATION) {
            problems.add(THIS + " looks at the batch where its features are images, which"
                    + " BatchFeatures.DISCRIMINATION does not: choose STDDEV, as in ProGAN, or NONE");
        }
        problems.addAll(InputCheck.conditions(THIS, spec, Fading.FADE));
        return problems;
    }

    @Override
    public Network build(NetworkSpec spec) {
        Ladder ladder = Ladder.of(spec.input().shape(), base, maxWidth);
        VariableScope scope = spec.scope();
        List<Layer> blocks = new ArrayList<>();
        for (int i = ladder.count() - 1; i > 0; i--) {
            VariableScope own = scope.child(ladder.name(i));
            Layer block = block(own, ladder.channels(i), ladder.channels(i - 1));
            blocks.add(
                    residual
                            ? new AveragedSkip(own.child("skip"), ladder.channels(i), ladder.channels(i - 1), block)
                            : block);
        }
        blocks.add(smallest(scope.child(ladder.name(0)), ladder));
        List<Layer> colors = new ArrayList<>();
        int kept = Fading.in(spec) ? 2 : 1;
        for (int i = ladder.count() - 1; i >= Math.max(0, ladder.count() - kept); i--) {
            VariableScope own = scope.child(ladder.name(i)).child("colors");
            int channels = spec.input().shape().dim(0);
            colors.add(Layer.chain(
                    "colors",
                    List.of(
                            EqualizedConvolution.of(own, channels, ladder.channels(i), 1, Math.sqrt(2)),
                            Activation.LEAKY_RELU.layer())));
        }
        Layer score = EqualizedLinear.of(scope.child("score"), ladder.channels(0), 1, 1);
        return new GrowingCritic(scope.path(), colors, blocks, score);
    }

    private Layer block(VariableScope scope, int in, int out) {
        return Layer.chain(
                "block",
                List.of(
                        EqualizedConvolution.resizing(scope.child("conv"), in, in, Resizing.NONE),
                        Activation.LEAKY_RELU.layer(),
                        EqualizedConvolution.resizing(scope.child("down"), in, out, Resizing.down(filtered)),
                        Activation.LEAKY_RELU.layer()));
    }

    private Layer smallest(VariableScope scope, Ladder ladder) {
        int channels = ladder.channels(0);
        int all = channels * ladder.places();
        List<Layer> layers = new ArrayList<>();
        batchFeatures.layer(scope.child("batch"), channels).ifPresent(layers::add);
        layers.add(EqualizedConvolution.resizing(
                scope.child("conv"), channels + batchFeatures.count(), channels, Resizing.NONE));
        layers.add(Activation.LEAKY_RELU.layer());
        layers.add(Layer.function("reshape", x -> x.reshape(-1, all)));
        layers.add(EqualizedLinear.of(scope.child("linear"), all, channels, Math.sqrt(2)));
        layers.add(Activation.LEAKY_RELU.layer());
        return Layer.chain("last block", layers);
    }
}
