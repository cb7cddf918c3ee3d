package org.gan4j.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.data.Field;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.architectures.srresnet.SrResNet;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final NetworkSpec CLOTHES =
            NetworkSpec.generator(VariableScope.of("generator", 1), 100, Shape.of(1, 28, 28));
    private static final NetworkSpec ENLARGED = NetworkSpec.of(
            VariableScope.of("generator", 1), new Field("small", DType.FLOAT, Shape.of(1, 7, 7)), Shape.of(1, 28, 28));
    private static final NetworkSpec CRITIC = NetworkSpec.critic(VariableScope.of("generator", 1), Shape.of(1, 28, 28));

    @Test
    void showsEachLayerWithItsOutputAndParameters() {
        assertThat(Dcgan.generator().build(CLOTHES).summary()).hasToString("""
                generator                              output           parameters
                project    Linear                      [N, 6272]           627,200
                           reshape                     [N, 128, 7, 7]            0
                norm0      BatchNorm                   [N, 128, 7, 7]          256
                           relu                        [N, 128, 7, 7]            0
                up1        transposed convolution 4×4  [N, 64, 14, 14]     131,072
                norm1      BatchNorm                   [N, 64, 14, 14]         128
                           relu                        [N, 64, 14, 14]           0
                picture    transposed convolution 4×4  [N, 1, 28, 28]        1,025
                           tanh                        [N, 1, 28, 28]            0
                total                                                      759,681
                plus 384 non-trainable state values""");
    }

    @Test
    void showsAResidualBlockAsOneRow() {
        String table = ResNet.critic().build(CRITIC).summary().toString();
        assertThat(table).contains("block1     residual block, halving  [N, 64, 14, 14]      37,696");
        assertThat(table.lines()).hasSizeLessThan(12);
    }

    @Test
    void showsTheBlocksOfSrResNetAsOneRow() {
        assertThat(SrResNet.generator().build(ENLARGED).summary()).hasToString("""
                generator                             output           parameters
                first      convolution 9×9, prelu     [N, 64, 7, 7]         5,312
                body       16 residual blocks         [N, 64, 7, 7]     1,221,760
                up1        3×3, pixel shuffle, prelu  [N, 64, 14, 14]     147,776
                up2        3×3, pixel shuffle, prelu  [N, 64, 28, 28]     147,776
                image      convolution 9×9            [N, 1, 28, 28]        5,185
                           tanh                       [N, 1, 28, 28]            0
                total                                                   1,527,809
                plus 4,224 non-trainable state values""");
    }

    @Test
    void fitsWhatJShellPrints() {
        for (var generator : new ArchitecturesPlugin().generators()) {
            NetworkSpec spec = generator.latent() > 0 ? CLOTHES.latents(generator.latent()) : ENLARGED;
            assertThat(generator.build(spec).summary().toString()).hasSizeLessThan(1000);
        }
        for (var critic : new ArchitecturesPlugin().critics()) {
            assertThat(critic.build(CRITIC).summary().toString()).hasSizeLessThan(1000);
        }
    }

    @Test
    void leavesOutputsOutWhereTheyAreNotKnown() {
        VariableScope scope = VariableScope.of("net", 1);
        Network unknown = Sequential.in(scope)
                .add(new Linear(scope.child("only"), 2, 3, 1))
                .build();
        assertThat(unknown.summary()).hasToString("""
                net            output  parameters
                only   Linear                   9
                total                           9""");
    }

    @Test
    void showsHowFarANetworkThatDoesNotFitGets() {
        VariableScope scope = VariableScope.of("net", 1);
        Network misfit = Sequential.in(scope)
                .input(2)
                .add(new Linear(scope.child("first"), 2, 3, 1))
                .add(new Linear(scope.child("second"), 4, 5, 1))
                .add(Layer.function("tail", x -> x))
                .build();
        assertThat(misfit.summary().parts())
                .extracting(NetworkSummary.Part::output)
                .containsExactly("[N, 3]", "", "");
    }

    @Test
    void groupsTheVariablesOfANetworkWhoseLayersAreNotKnown() {
        Network layers = Mlp.critic().layers(1).width(4).build(CRITIC);
        assertThat(NetworkSummary.byPath(layers)).hasToString("""
                generator  output  parameters
                hidden0                 3,140
                score                       5
                total                   3,145""");
    }
}
