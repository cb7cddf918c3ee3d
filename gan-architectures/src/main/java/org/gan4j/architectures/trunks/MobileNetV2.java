package org.gan4j.architectures.trunks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/**
 * MobileNetV2 (<a href="https://arxiv.org/abs/1801.04381">Sandler et al. 2018</a>) through its block 10: 317,120
 * weights in eight bits, pretrained on ImageNet and then trained further as the trunk of nsfwjs (see THIRD-PARTY.md).
 * Each of its blocks widens the channels, filters each one separately, and narrows them again, so an image of 224×224
 * costs about 0.4 GFLOP.
 *
 * <p>The features, for images H×W:
 *
 * <pre>
 * Conv1_relu            32 × H/2  × W/2    edges and colors
 * block_3_expand_relu  144 × H/4  × W/4
 * block_5_add           32 × H/8  × W/8    textures
 * block_10_project_BN   96 × H/16 × W/16   parts
 * </pre>
 *
 * Sizes are rounded up. It was trained on 224×224; larger and smaller images work.
 *
 * <p><b>The range of its input.</b> Keras trains MobileNetV2 on [-1, 1], but these weights expect [0, 1], as in nsfwjs:
 * on two photographs, the means before the first normalization are 0.07 of their deviation away from the stored running
 * means (median over channels) with [0, 1], and 1.2 with [-1, 1]. So images, which are in [-1, 1] here, are first mapped
 * by (x + 1)/2.
 */
public final class MobileNetV2 implements Trunk {
    private static final List<String> FEATURES =
            List.of("Conv1_relu", "block_3_expand_relu", "block_5_add", "block_10_project_BN");
    private static final int BLOCKS = 10;
    private static final List<Integer> HALVING = List.of(1, 3, 6);

    private final FrozenConvolution first;
    private final List<InvertedResidual> blocks;
    private final String digest;

    private MobileNetV2(FrozenConvolution first, List<InvertedResidual> blocks, String digest) {
        this.digest = digest;
        this.first = first;
        this.blocks = List.copyOf(blocks);
    }

    /**
     * Returns the network with the weights inside this library, which are read once.
     *
     * @throws IllegalArgumentException if the resource with the weights is missing
     * @throws java.io.UncheckedIOException if the weights cannot be read
     */
    public static MobileNetV2 pretrained() {
        return Pretrained.NET;
    }

    /** A holder that reads the weights at first use. */
    private static final class Pretrained {
        private static final MobileNetV2 NET = read();
    }

    private static MobileNetV2 read() {
        QuantizedWeights file = QuantizedWeights.resource("mobilenet-v2.safetensors");
        List<InvertedResidual> blocks = new ArrayList<>();
        blocks.add(InvertedResidual.of(file, "expanded_conv", false, 1));
        for (int i = 1; i <= BLOCKS; i++) {
            blocks.add(InvertedResidual.of(file, "block_" + i, true, HALVING.contains(i) ? 2 : 1));
        }
        return new MobileNetV2(FrozenConvolution.of(file, "Conv1/kernel", "bn_Conv1", 2), blocks, file.digest());
    }

    @Override
    public String name() {
        return "mobilenet-v2";
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public List<String> features() {
        return FEATURES;
    }

    @Override
    public Outputs apply(Tensor images) {
        return unscaled(ColorImages.of("MobileNetV2", images).add(1).div(2));
    }

    /** Applies the network to images [N,3,H,W] without scaling them; {@link #apply} maps them to [0, 1]. */
    Outputs unscaled(Tensor images) {
        Map<String, Tensor> layers = new HashMap<>();
        Tensor x = InvertedResidual.relu6(first.apply(images));
        layers.put("Conv1_relu", x);
        for (InvertedResidual block : blocks) {
            x = block.apply(x, layers);
        }
        layers.keySet().retainAll(FEATURES);
        return new Outputs(x, layers);
    }
}
