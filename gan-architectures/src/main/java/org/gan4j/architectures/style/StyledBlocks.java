package org.gan4j.architectures.style;

import java.util.List;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.EqualizedConvolution;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Resizing;
import org.gan4j.architectures.progressive.Ladder;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The layers of each size of a generator. StyleGAN's sizes have two layers each, of which the smallest size's first one
 * has no convolution. In StyleGAN2, that one is left out, and the map to colors has a style of its own, which is also that
 * of the next size's first layer.
 *
 * @param settings the settings of the generator
 * @param size the number of values of a style
 * @param colors the channels of the image
 */
record StyledBlocks(StyleGenerator settings, int size, Ladder ladder, int colors) {
    /** Returns the smallest features. */
    FirstImage start(VariableScope scope) {
        Shape image = Shape.of(ladder.channels(0), ladder.height(), ladder.width());
        if (!settings.constant()) {
            return FirstImage.mapped(scope, size, image);
        }
        Tensor begins = settings.modulation() == Modulation.DEMODULATED
                ? scope.random().child("constant").normal(image.dims())
                : Tensor.ones(image.dims());
        return FirstImage.constant(scope, begins);
    }

    StyledBlock at(VariableScope scope, int index) {
        return settings.modulation() == Modulation.DEMODULATED ? demodulated(scope, index) : adaptive(scope, index);
    }

    private StyledBlock adaptive(VariableScope scope, int index) {
        int in = ladder.channels(Math.max(0, index - 1));
        int out = ladder.channels(index);
        Layer first = index == 0
                ? settings.constant() ? new ChannelBias(scope.child("first"), out) : Layer.function(x -> x)
                : EqualizedConvolution.resizing(scope.child("up"), in, out, Resizing.up(settings.filtered()));
        Layer second = EqualizedConvolution.resizing(scope.child("conv"), out, out, Resizing.NONE);
        EqualizedConvolution image = EqualizedConvolution.of(scope.child("image"), out, colors, 1, 1);
        return new StyledBlock(
                2 * index,
                List.of(
                        adaptive(scope.child(index == 0 ? "first" : "up"), first, index),
                        adaptive(scope.child("conv"), second, index)),
                new ImageLayer(image),
                2 * index + 1);
    }

    private AdaptiveLayer adaptive(VariableScope scope, Layer convolution, int index) {
        int channels = ladder.channels(index);
        return new AdaptiveLayer(
                scope,
                convolution,
                settings.noise(scope, channels, ladder.height() << index, ladder.width() << index),
                channels,
                size);
    }

    private StyledBlock demodulated(VariableScope scope, int index) {
        int in = ladder.channels(Math.max(0, index - 1));
        int out = ladder.channels(index);
        ModulatedConvolution second = modulated(scope.child("conv"), out, index, Resizing.NONE);
        ModulatedConvolution image = ModulatedConvolution.image(scope.child("image"), out, colors, size);
        return index == 0
                ? new StyledBlock(0, List.of(second), image, 1)
                : new StyledBlock(
                        2 * index - 1,
                        List.of(modulated(scope.child("up"), in, index, Resizing.up(settings.filtered())), second),
                        image,
                        2 * index + 1);
    }

    private ModulatedConvolution modulated(VariableScope scope, int in, int index, Resizing resizing) {
        int out = ladder.channels(index);
        return ModulatedConvolution.of(
                scope,
                in,
                out,
                size,
                resizing,
                settings.noise(scope, out, ladder.height() << index, ladder.width() << index));
    }
}
