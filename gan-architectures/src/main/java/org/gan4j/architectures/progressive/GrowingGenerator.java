package org.gan4j.architectures.progressive;

import java.util.ArrayList;
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
import org.gan4j.tensor.functions.Resampling;

/**
 * Blocks that double an image, and maps of the features of the last one or two of them to colors.
 *
 * @param blocks one block per size
 * @param images the map of the last block's features, or those of the last two, in their order
 */
record GrowingGenerator(String name, List<Layer> blocks, List<Layer> images) implements Network {
    @Override
    public List<Variable> parameters() {
        return Stream.concat(blocks.stream(), images.stream())
                .flatMap(layer -> layer.parameters().stream())
                .toList();
    }

    @Override
    public List<Variable> state() {
        return List.of();
    }

    @Override
    public boolean mixesSamples() {
        return false;
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        List<Tensor> features = new ArrayList<>();
        Tensor x = inputs.value();
        for (Layer block : blocks) {
            x = block.apply(parameters, pass, x);
            features.add(x);
        }
        Layer last = images.get(images.size() - 1);
        Tensor whole = last.apply(parameters, pass, x);
        Optional<Tensor> fade = Fading.of(inputs).filter(any -> images.size() > 1);
        return Outputs.of(fade.map(each -> {
                    Tensor before = images.get(0).apply(parameters, pass, features.get(features.size() - 2));
                    return Fading.between(Resampling.nearest(before, 2), whole, each);
                })
                .orElse(whole));
    }

    @Override
    public NetworkSummary summary() {
        return SizeSummary.of(this);
    }
}
