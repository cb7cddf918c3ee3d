package org.gan4j.architectures.biggan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.ModulatedBatchNorm;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A generator whose blocks are modulated by the class embedding, what is appended to the latents, and a chunk of them.
 *
 * @param latent the number of latents, without what is appended
 * @param embedding the embedding of each class, [K,E]; empty without classes
 * @param first maps the first chunk to the smallest feature map
 * @param blocks the blocks, one per further chunk
 * @param image maps the last feature map to the image
 */
record BigGanNetwork(
        String name, int latent, Optional<Variable> embedding, Layer first, List<Layer> blocks, Layer image)
        implements Network {
    private Stream<Layer> layers() {
        return Stream.of(Stream.of(first), blocks.stream(), Stream.of(image)).flatMap(some -> some);
    }

    @Override
    public List<Variable> parameters() {
        return Stream.concat(embedding.stream(), layers().flatMap(layer -> layer.parameters().stream()))
                .toList();
    }

    @Override
    public List<Variable> state() {
        return layers().flatMap(layer -> layer.state().stream()).toList();
    }

    @Override
    public boolean mixesSamples() {
        return true;
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Tensor given = inputs.value();
        int chunk = latent / (blocks.size() + 1);
        List<Tensor> shared = new ArrayList<>();
        embedding.ifPresent(table -> shared.add(parameters.get(table).gather(0, inputs.condition(Field.LABEL))));
        int all = given.shape().dim(1);
        if (all > latent) {
            shared.add(given.slice(1, latent, all));
        }
        Tensor x = first.apply(parameters, pass, given.slice(1, 0, chunk));
        for (int i = 0; i < blocks.size(); i++) {
            List<Tensor> vector = new ArrayList<>(shared);
            vector.add(given.slice(1, (i + 1) * chunk, (i + 2) * chunk));
            x = blocks.get(i).apply(parameters, pass, x, Map.of(ModulatedBatchNorm.VECTOR, Tensor.concat(1, vector)));
        }
        return Outputs.of(image.apply(parameters, pass, x));
    }
}
