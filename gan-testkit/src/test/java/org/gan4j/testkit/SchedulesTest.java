package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gan4j.api.optim.CosineDecay;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.LinearDecay;
import org.gan4j.api.optim.StepDecay;
import org.gan4j.api.optim.Warmup;
import org.gan4j.api.plugin.BuiltInPlugin;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests types of gan-api; they are in this module because the testkit depends on gan-api. */
class SchedulesTest {
    static Stream<OracleCase> known() {
        return Oracle.read("schedules").cases().stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void givesPyTorchsRates(OracleCase known) {
        Tensor factors = schedule(known).factor(known.input("round"));
        known.requireExpected("factor", factors.evaluate(), 1e-13);
    }

    @Test
    void theOracleHasEverySchedule() {
        assertThat(known().map(one -> one.text("schedule")).distinct())
                .containsExactlyInAnyOrderElementsOf(new BuiltInPlugin()
                        .schedules().stream().map(LearningRateSchedule::name).toList());
    }

    private static LearningRateSchedule schedule(OracleCase known) {
        return switch (known.text("schedule")) {
            case "linear-decay" ->
                new LinearDecay(known.wholeSetting("start"), known.wholeSetting("to"), known.setting("end"));
            case "cosine-decay" -> new CosineDecay(known.wholeSetting("rounds"), known.setting("end"));
            case "step-decay" -> new StepDecay(known.wholeSetting("every"), known.setting("factor"));
            default -> new Warmup(known.wholeSetting("rounds"));
        };
    }
}
