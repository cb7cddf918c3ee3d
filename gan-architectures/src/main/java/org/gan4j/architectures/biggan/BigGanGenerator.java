package org.gan4j.architectures.biggan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.BatchNorm;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.ResidualBlock;
import org.gan4j.architectures.layers.SelfAttention;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * BigGAN's generator. The first chunk of the latents becomes a small image, such as 4×4, by a linear layer; each residual
 * block doubles it, with batch normalization modulated by the class embedding and the block's chunk; then batch
 * normalization, ReLU, a 3×3 convolution and tanh. Numbers that an application appends to the latents, such as one-hot
 * labels, modulate all blocks.
 *
 * @param latent the number of latents, of equal chunks for the first layer and each block: 120 for 128×128 in the paper,
 *     140 for 256×256 and 128 for 512×512
 * @param width the channels that the paper calls ch, which it multiplies by up to 16; 96 in the paper
 * @param embedding the length of the class embedding; 128 in the paper
 * @param attention the height of the feature map after which {@linkplain SelfAttention self-attention} stands; 0 for
 *     none, {@link BigGan#AUTO} for the paper's
 */
public record BigGanGenerator(int latent, int width, int embedding, int attention) implements GeneratorArchitecture {
    private static final String NAME = "BigGAN's generator";

    public BigGanGenerator latent(int count) {
        return new BigGanGenerator(count, width, embedding, attention);
    }

    public BigGanGenerator width(int channels) {
        return new BigGanGenerator(latent, channels, embedding, attention);
    }

    public BigGanGenerator embedding(int length) {
        return new BigGanGenerator(latent, width, length, attention);
    }

    public BigGanGenerator attention(int height) {
        return new BigGanGenerator(latent, width, embedding, height);
    }

    @Override
    public String name() {
        return "biggan";
    }

    @Override
    public String summary() {
        return "residual blocks modulated by class embedding and latents (Brock et al. 2019)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = BigGanStages.problems(spec.output());
        if (latent < 1 || width < 1 || embedding < 1) {
            problems.add(NAME + " needs at least one latent, one channel and an embedding of one number, not " + latent
                    + ", " + width + " and " + embedding + ": choose a latent, a width and an embedding of at least 1");
        } else if (problems.isEmpty()) {
            int chunks = BigGanStages.of(spec.output()).count() + 1;
            int latents = latents(spec);
            if (latents % chunks != 0) {
                problems.add(NAME + " cuts the latents into " + chunks + " equal chunks for images of "
                        + spec.output().dim(1) + "×" + spec.output().dim(2) + ", but there are " + latents
                        + ": choose a latent divisible by " + chunks + ", such as "
                        + Math.max(1, latents / chunks) * chunks);
            }
            problems.addAll(BigGanStages.attentionProblems(NAME, attention, spec.output(), true));
        }
        problems.addAll(InputCheck.latents(NAME, spec, Field.LABEL));
        return problems;
    }

    /** Returns the number of latents among the numbers that the spec gives; the others are appended to them. */
    private int latents(NetworkSpec spec) {
        return Math.min(latent, spec.latents().orElse(latent));
    }

    @Override
    public BigGanGenerator resolved(NetworkSpec spec) {
        return attention(BigGanStages.attention(attention, spec.output()));
    }

    @Override
    public Network build(NetworkSpec spec) {
        return resolved(spec).built(spec);
    }

    private Network built(NetworkSpec spec) {
        VariableScope scope = spec.scope().orthogonalWeights();
        Shape sample = spec.output();
        BigGanStages stages = BigGanStages.of(sample);
        int[] channels = stages.generator(width);
        int latents = latents(spec);
        int chunk = latents / channels.length;
        int appended = spec.input().shape().dim(0) - latents;
        boolean labeled = spec.classes() > 0;
        int vector = (labeled ? embedding : 0) + appended + chunk;

        int places = stages.height() * stages.width();
        List<Layer> first = List.of(
                new Linear(
                        scope.child("project"),
                        chunk,
                        channels[0] * places,
                        Initialization.glorot(chunk, channels[0] * places, 1)),
                Layer.function("reshape", x -> x.reshape(-1, channels[0], stages.height(), stages.width())));
        List<Layer> blocks = new ArrayList<>();
        for (int i = 1; i < channels.length; i++) {
            List<Layer> block = new ArrayList<>(List.of(ResidualBlock.modulated(
                    scope.child("block" + i), channels[i - 1], channels[i], vector, Activation.RELU)));
            SelfAttention.after(scope.child("attention"), attention, stages.height() << i, channels[i])
                    .ifPresent(block::add);
            blocks.add(Layer.chain("block", block));
        }
        int last = channels[channels.length - 1];
        double deviation = Initialization.glorot(9 * last, 9 * sample.dim(0), 1);
        List<Layer> image = List.of(
                new BatchNorm(scope.child("norm"), last, 0),
                Activation.RELU.layer(),
                Convolution.same(scope.child("image"), last, sample.dim(0), 3, deviation, true),
                Layer.function("tanh", Tensor::tanh));
        // the deviation of latents
        Optional<Variable> classes =
                labeled ? Optional.of(scope.normal("embedding", 0, 1, spec.classes(), embedding)) : Optional.empty();
        return new BigGanNetwork(
                scope.path(), latents, classes, Layer.chain("first", first), blocks, Layer.chain("image", image));
    }
}
