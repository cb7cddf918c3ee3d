package org.gan4j.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.architectures.resnet.Widths;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.architectures.srresnet.SrResNet;
import org.gan4j.architectures.translator.ResNetTranslator;
import org.gan4j.architectures.unet.UNet;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

/** Which variables of each architecture are weights: kernels and matrices, but no biases, scales or embeddings. */
class WeightsTest {
    private static final Shape IMAGE = Shape.of(3, 8, 8);
    private static final NetworkSpec CRITIC = NetworkSpec.critic(VariableScope.of("n", 1), IMAGE);
    private static final NetworkSpec GENERATOR = NetworkSpec.generator(VariableScope.of("n", 1), 5, IMAGE);

    /** Returns each weight as "name outputs", and checks that the other variables are none. */
    private static List<String> weights(Network network) {
        List<String> weights = new ArrayList<>();
        for (Variable variable : network.parameters()) {
            boolean expected =
                    variable.name().endsWith("/weight") || variable.name().endsWith("/direction");
            assertThat(variable.isWeight()).as(variable.name()).isEqualTo(expected);
            variable.outputAxis()
                    .ifPresent(axis -> weights.add(variable.name().substring("n/".length()) + " "
                            + variable.shape().dim(axis)));
        }
        assertThat(network.state()).noneMatch(Variable::isWeight);
        return weights;
    }

    @Test
    void ofDcgan() {
        assertThat(weights(Dcgan.critic().width(6).build(CRITIC)))
                .containsExactly("down0/weight 6", "down1/weight 12", "score/weight 1");
        assertThat(weights(Dcgan.generator().width(6).depth(3).build(GENERATOR)))
                .containsExactly("project/weight 24", "up1/weight 12", "up2/weight 6", "picture/weight 3");
        assertThat(weights(Dcgan.generator()
                        .width(6)
                        .upsampling(Upsampling.NEAREST)
                        .build(GENERATOR)))
                .containsExactly("project/weight 48", "up1/weight 6", "picture/weight 3");
        assertThat(weights(Dcgan.generator()
                        .width(6)
                        .upsampling(Upsampling.PIXEL_SHUFFLE)
                        .build(GENERATOR)))
                .containsExactly("project/weight 48", "up1/weight 24", "picture/weight 12");
    }

    @Test
    void ofConditionalNetworks() {
        NetworkSpec conditional = GENERATOR.classes(10).with(new Field(Field.LABEL, DType.INT, Shape.scalar()));
        assertThat(weights(Dcgan.generator().width(6).build(conditional)))
                .containsExactly("project/weight 48", "up1/weight 6", "picture/weight 3");
    }

    @Test
    void ofMlps() {
        assertThat(weights(Mlp.critic()
                        .layers(2)
                        .width(7)
                        .maxout(2)
                        .normalization(Normalization.LAYER)
                        .build(CRITIC)))
                .containsExactly("hidden0/weight 14", "hidden1/weight 14", "score/weight 1");
        assertThat(weights(Mlp.generator().layers(1).width(7).build(GENERATOR)))
                .containsExactly("hidden0/weight 7", "sample/weight 192");
        assertThat(weights(Mlp.noisyCritic().widths(9, 7).build(CRITIC)))
                .containsExactly("hidden0/direction 9", "hidden1/direction 7", "score/weight 1");
    }

    @Test
    void ofPatchGan() {
        assertThat(weights(Patch.critic().layers(1).width(6).build(CRITIC)))
                .containsExactly("patch0/weight 6", "patch1/weight 12", "score/weight 1");
    }

    @Test
    void ofWrappers() {
        assertThat(weights(Packing.of(SpectralNorm.critic(Dcgan.critic().width(6)), 2)
                        .build(CRITIC)))
                .containsExactly("down0/weight 6", "down1/weight 12", "score/weight 1");
    }

    @Test
    void ofResNets() {
        assertThat(weights(ResNet.critic().width(6).depth(1).blocks(2).build(CRITIC)))
                .containsExactly(
                        "block1/conv1/weight 6",
                        "block1/conv2/weight 6",
                        "block1/shortcut/weight 6",
                        "block2/conv1/weight 6",
                        "block2/conv2/weight 6",
                        "score/weight 1");
        assertThat(weights(ResNet.generator().width(6).widths(Widths.CONSTANT).build(GENERATOR)))
                .containsExactly(
                        "project/weight 96",
                        "block1/conv1/weight 6",
                        "block1/conv2/weight 6",
                        "block1/shortcut/weight 6",
                        "picture/weight 3");
    }

    @Test
    void ofSrgan() {
        NetworkSpec doubling = NetworkSpec.of(VariableScope.of("n", 1), CRITIC.input(), Shape.of(3, 16, 16));
        assertThat(weights(SrResNet.generator().width(6).blocks(1).build(doubling)))
                .containsExactly(
                        "first/conv/weight 6",
                        "body/block1/conv1/weight 6",
                        "body/block1/conv2/weight 6",
                        "body/conv/weight 6",
                        "up1/conv/weight 24",
                        "image/weight 3");
        assertThat(weights(SrResNet.critic().width(2).build(CRITIC)))
                .startsWith("stage1/conv/weight 2", "stage2/conv/weight 2", "stage3/conv/weight 4")
                .endsWith("stage8/conv/weight 16", "hidden/weight 32", "score/weight 1");
    }

    @Test
    void ofTranslators() {
        NetworkSpec same = NetworkSpec.of(VariableScope.of("n", 1), CRITIC.input(), IMAGE);
        assertThat(weights(UNet.generator().width(2).depth(3).build(same)))
                .containsExactly(
                        "down1/conv/weight 2",
                        "down2/conv/weight 4",
                        "down3/conv/weight 8",
                        "up3/conv/weight 4",
                        "up2/conv/weight 2",
                        "up1/conv/weight 3");
        assertThat(weights(ResNetTranslator.generator().width(2).blocks(1).build(same)))
                .containsExactly(
                        "first/conv/weight 2",
                        "down1/conv/weight 4",
                        "down2/conv/weight 8",
                        "blocks/block1/conv1/weight 8",
                        "blocks/block1/conv2/weight 8",
                        "up2/conv/weight 4",
                        "up1/conv/weight 2",
                        "image/conv/weight 3");
    }

    @Test
    void ofUNet() {
        assertThat(weights(UNet.critic().width(1).build(CRITIC)))
                .startsWith("conv0/weight 1", "conv1/weight 2")
                .endsWith("conv8/weight 1", "conv9/weight 1")
                .hasSize(10);
    }
}
