package org.gan4j.architectures.translator;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.tensor.functions.Padding;

/**
 * The parts of {@link TranslatorGenerator}.
 *
 * @param normalization with nothing left open
 */
record TranslatorLayers(Normalization normalization, Upsampling upsampling) {
    private static final double DEVIATION = 0.02;
    private static final int OUTER_KERNEL = 7;

    /** From images to features at their size. */
    Layer first(VariableScope scope, int in, int out) {
        List<Layer> layers = new ArrayList<>();
        layers.add(reflection(OUTER_KERNEL / 2));
        layers.add(Convolution.of(scope.child("conv"), in, out, OUTER_KERNEL, 1, 0, DEVIATION, biased()));
        layers.addAll(active(scope, out));
        return Layer.chain("convolution 7×7", layers);
    }

    /** From features to twice as many at half the height and width. */
    Layer down(VariableScope scope, int in) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Convolution.of(scope.child("conv"), in, 2 * in, 3, 2, 1, DEVIATION, biased()));
        layers.addAll(active(scope, 2 * in));
        return Layer.chain("convolution 3×3, halving", layers);
    }

    Layer blocks(VariableScope scope, int count, int width) {
        List<Layer> blocks = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            blocks.add(block(scope.child("block" + i), width));
        }
        return Layer.chain(count + " residual blocks", blocks);
    }

    private Layer block(VariableScope scope, int width) {
        List<Layer> layers = new ArrayList<>();
        layers.add(reflection(1));
        layers.add(Convolution.of(scope.child("conv1"), width, width, 3, 1, 0, DEVIATION, biased()));
        normalization.layer(scope.child("norm1"), width, DEVIATION).ifPresent(layers::add);
        layers.add(Activation.RELU.layer());
        layers.add(reflection(1));
        layers.add(Convolution.of(scope.child("conv2"), width, width, 3, 1, 0, DEVIATION, biased()));
        normalization.layer(scope.child("norm2"), width, DEVIATION).ifPresent(layers::add);
        return Layer.residual("residual block", layers);
    }

    /** From 2 · out features to half as many at twice the height and width. */
    Layer up(VariableScope scope, int out) {
        List<Layer> layers = new ArrayList<>();
        layers.add(upsampling.layer(scope.child("conv"), 2 * out, out, DEVIATION, biased()));
        layers.addAll(active(scope, out));
        return Layer.chain("doubling", layers);
    }

    /** From features to images. */
    Layer image(VariableScope scope, int in, int out) {
        return Layer.chain(
                "convolution 7×7, tanh",
                List.of(
                        reflection(OUTER_KERNEL / 2),
                        Convolution.of(scope.child("conv"), in, out, OUTER_KERNEL, 1, 0, DEVIATION, true),
                        Activation.TANH.layer()));
    }

    private List<Layer> active(VariableScope scope, int channels) {
        List<Layer> layers = new ArrayList<>();
        normalization.layer(scope.child("norm"), channels, DEVIATION).ifPresent(layers::add);
        layers.add(Activation.RELU.layer());
        return layers;
    }

    private boolean biased() {
        return normalization == Normalization.NONE;
    }

    private static Layer reflection(int pixels) {
        return Layer.function("reflection", x -> Padding.reflect2d(x, pixels));
    }
}
