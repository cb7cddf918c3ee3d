package org.gan4j.architectures.unet;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Channels;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Dropout;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;

/**
 * The layers of {@link UNetGenerator}, one stage within the other: each halves its input, applies the next stage, doubles
 * the result, and concatenates it to the input.
 *
 * @param settings with nothing left open
 */
record UNetStages(UNetGenerator settings) {
    private static final double DEVIATION = 0.02;
    private static final int DROPPED = 3;
    private static final int MOST_DOUBLINGS = 3;

    Network network(NetworkSpec spec) {
        int width = settings.width();
        int in = spec.input().shape().dim(0);
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        network.add(Convolution.halving(network.scope("down1").child("conv"), in, width, DEVIATION, true));
        if (settings.depth() > 1) {
            network.add(stage(spec.scope(), 2));
        }
        network.add(Activation.RELU.layer());
        int features = settings.depth() > 1 ? 2 * width : width;
        network.add(settings.upsampling()
                .layer(
                        network.scope("up1").child("conv"),
                        features,
                        spec.output().dim(0),
                        DEVIATION,
                        true));
        return network.add(Activation.TANH.layer()).build();
    }

    /** Returns the stage that halves for the i-th time, from the second on. */
    private Layer stage(VariableScope scope, int i) {
        int outer = channels(i - 1);
        int inner = channels(i);
        boolean innermost = i == settings.depth();
        VariableScope down = scope.child("down" + i);
        VariableScope up = scope.child("up" + i);
        List<Layer> layers = new ArrayList<>();
        layers.add(Activation.LEAKY_RELU.layer());
        layers.add(Convolution.halving(down.child("conv"), outer, inner, DEVIATION, innermost || !normalizes()));
        if (!innermost) {
            settings.normalization().layer(down.child("norm"), inner, DEVIATION).ifPresent(layers::add);
            layers.add(stage(scope, i + 1));
        }
        layers.add(Activation.RELU.layer());
        layers.add(settings.upsampling()
                .layer(up.child("conv"), innermost ? inner : 2 * inner, outer, DEVIATION, !normalizes()));
        settings.normalization().layer(up.child("norm"), outer, DEVIATION).ifPresent(layers::add);
        if (i > settings.depth() - DROPPED) {
            layers.add(new Dropout(up.child("dropout"), settings.dropout()));
        }
        return Layer.concatenated((settings.depth() - i + 1) + " stages, one within the other", layers);
    }

    private boolean normalizes() {
        return settings.normalization() != Normalization.NONE;
    }

    /** Returns the channels after the i-th halving. */
    private int channels(int i) {
        return Channels.doubled(settings.width(), Math.min(i - 1, MOST_DOUBLINGS), Integer.MAX_VALUE);
    }
}
