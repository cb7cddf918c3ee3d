package org.gan4j.architectures.progressive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Pooling;

/**
 * Maps of colors to the features of the first one or two blocks, and blocks that halve an image.
 *
 * @param colors the map to the features of the first block, or those of the first two, in their order
 * @param blocks one block per size, the largest first; the last one makes a vector of features
 * @param score the map of this vector to a score
 */
record GrowingCritic(String name, List<Layer> colors, List<Layer> blocks, Layer score) implements Network {
    private Stream<Layer> layers() {
        return Stream.of(colors.stream(), blocks.stream(), Stream.of(score)).flatMap(each -> each);
    }

    @Override
    public List<Variable> parameters() {
        return layers().flatMap(layer -> layer.parameters().stream()).toList();
    }

    @Override
    public List<Variable> state() {
        return layers().flatMap(layer -> layer.state().stream()).toList();
    }

    @Override
    public boolean mixesSamples() {
        return layers().anyMatch(Layer::mixesSamples);
    }

    @Override
    public boolean allowsInputGradients() {
        return layers().allMatch(Layer::allowsInputGradients);
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Tensor image = inputs.value();
        Tensor x = colors.get(0).apply(parameters, pass, image);
        Optional<Tensor> fade = Fading.of(inputs).filter(any -> colors.size() > 1);
        for (int i = 0; i < blocks.size(); i++) {
            x = blocks.get(i).apply(parameters, pass, x);
            if (i == 0 && fade.isPresent()) {
                Tensor before = colors.get(1).apply(parameters, pass, Pooling.average2d(image, 2));
                x = Fading.between(before, x, fade.get());
            }
        }
        return Outputs.of(score.apply(parameters, pass, x).reshape(-1)).with(Outputs.FEATURES, x);
    }

    @Override
    public NetworkSummary summary() {
        return SizeSummary.of(this);
    }
}
