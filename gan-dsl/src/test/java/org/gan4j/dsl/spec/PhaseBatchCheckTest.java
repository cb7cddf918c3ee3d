package org.gan4j.dsl.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Sgd;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PhaseBatchCheckTest {
    private static final GanComponents PACKED =
            GanComponents.open().critic(Packing.of(Dcgan.critic().width(2), 2));

    private static Phase phase() {
        Network critic = Dcgan.critic()
                .width(2)
                .normalization(Normalization.BATCH)
                .build(NetworkSpec.critic(VariableScope.of("critic", 1), Shape.of(1, 8, 8)));
        Player player = Player.of("critic", List.of(critic), update -> List.of(), new Sgd(1, 0));
        return Phase.open(
                "small", new Game(List.of(player), List.of()), SamplePreview.of(1, update -> Tensor.zeros(1)));
    }

    private static List<String> problems(int size, GanComponents components, OptionalInt samples) {
        return PhaseBatchCheck.problems(phase(), size, components, samples);
    }

    @Test
    void aPhaseNeedsEnoughDataForABatch() {
        assertThat(problems(8, GanComponents.open(), OptionalInt.of(7)))
                .containsExactly("the phase small has a batch size of 8, but the data have only 7 samples: use more"
                        + " data, or a smaller batch in the settings of the application");
        assertThat(problems(8, GanComponents.open(), OptionalInt.of(8))).isEmpty();
        assertThat(problems(8, GanComponents.open(), OptionalInt.empty())).isEmpty();
    }

    @Test
    void aPhaseNeedsWholePacks() {
        assertThat(problems(3, PACKED, OptionalInt.empty()))
                .containsExactly("the phase small has a batch size of 3, but the critic scores packs of 2 samples: use"
                        + " a critic without packs, or a batch divisible by 2 in the settings of the application");
        assertThat(problems(4, PACKED, OptionalInt.empty())).isEmpty();
        GanComponents wrapped = GanComponents.open()
                .critic(Dcgan.critic().width(2))
                .with(GanComponents.CRITIC_WRAPPERS, List.of(new Packing(2)));
        assertThat(problems(3, wrapped, OptionalInt.empty())).hasSize(1);
        assertThat(problems(4, wrapped, OptionalInt.empty())).isEmpty();
    }

    @Test
    void aPhaseIsCutIntoEqualPartsWithWholePacks() {
        Phase inParts = phase().game(phase().game().accumulation(4));
        assertThat(PhaseBatchCheck.problems(inParts, 10, GanComponents.open(), OptionalInt.empty()))
                .containsExactly(
                        "the phase small has a batch size of 10, but the accumulation cuts batches into 4 equal"
                                + " parts: use another accumulation, or a batch divisible by 4 in the settings of the application");
        assertThat(PhaseBatchCheck.problems(inParts, 12, PACKED, OptionalInt.empty()))
                .containsExactly("the phase small has a batch size of 12 in 4 parts, but the critic scores packs of 2"
                        + " samples: use a critic without packs, or a batch divisible by 8 in the settings of the"
                        + " application");
        assertThat(PhaseBatchCheck.problems(inParts, 4, GanComponents.open(), OptionalInt.empty()))
                .singleElement()
                .asString()
                .startsWith("the phase small has a batch size of 4 in 4 parts, but layers that mix the samples");
        assertThat(PhaseBatchCheck.problems(inParts, 8, PACKED, OptionalInt.empty()))
                .isEmpty();
    }

    @Test
    void batchNormalizationNeedsTwoSamples() {
        assertThat(problems(1, GanComponents.open(), OptionalInt.empty()))
                .containsExactly(
                        "the phase small has a batch size of 1, but layers that mix the samples of a batch, such"
                                + " as batch normalization, need several: use other layers, or a larger batch in the settings"
                                + " of the application");
    }
}
