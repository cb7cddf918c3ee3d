package org.gan4j.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyPlanTest {
    @Test
    void commasAndSpacesInsideOfAValueBelongToIt() {
        assertThat(Variation.of("critic={name: mlp, layers: [1, 2]},dcgan, 'a, b'").values().stream()
                        .map(SettingText::yaml))
                .containsExactly("{\"name\":\"mlp\",\"layers\":[1,2]}", "\"dcgan\"", "\"a, b\"");
    }

    @Test
    void anArmHasANameAndSettings() {
        Arm arm = Arm.parse("PacGAN 4: critic={name: packed, of: {name: mlp, width: 3}}  ema=0 transforms=[flip]");
        assertThat(arm.name()).isEqualTo("PacGAN 4");
        assertThat(arm.settings()).containsOnlyKeys("critic", "ema", "transforms");
        assertThat(SettingText.yaml(arm.settings().get("critic")))
                .isEqualTo("{\"name\":\"packed\",\"of\":{\"name\":\"mlp\",\"width\":3}}");
        assertThat(StudyPlan.folder(arm)).isEqualTo("PacGAN-4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "name:", ": ema=0", "name: ema", "name: ema=[", "name: ema=  seed=1"})
    void otherFormsOfAnArmAreRefused(String text) {
        assertThatThrownBy(() -> Arm.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalKeysAreCombined() {
        Map<String, List<JsonNode>> varied = new LinkedHashMap<>();
        for (String each : List.of("loss=a,b", "critic-updates=1,5")) {
            varied.put(Variation.of(each).key(), Variation.of(each).values());
        }
        assertThat(StudyPlan.arms(varied, List.of(Arm.parse("more: ema=0"))))
                .extracting(Arm::name)
                .containsExactly(
                        "loss=a critic-updates=1",
                        "loss=a critic-updates=5",
                        "loss=b critic-updates=1",
                        "loss=b critic-updates=5",
                        "more");
        assertThat(StudyPlan.arms(Map.of(), List.of())).extracting(Arm::name).containsExactly("base");
    }

    @Test
    void allArmsOfASeedComeBeforeTheNextSeed() {
        List<Arm> arms = List.of(Arm.parse("a: ema=0"), Arm.parse("b: ema=0.5"));
        StudyPlan plan =
                new StudyPlan("dcgan", Map.of(), arms, StudyPlan.seeds("4,2"), Optional.empty(), Optional.empty());
        assertThat(plan.cells()).hasToString("[a, seed 4, b, seed 4, a, seed 2, b, seed 2]");
        assertThat(StudyPlan.seeds("3")).containsExactly(1L, 2L, 3L);
        assertThat(StudyPlan.time("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(StudyPlan.time("2h")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void plansThatContradictThemselvesAreRefused() {
        List<Arm> arms = List.of(Arm.base());
        Optional<Duration> minute = Optional.of(Duration.ofMinutes(1));
        assertThatThrownBy(() -> new StudyPlan("dcgan", Map.of(), arms, List.of(1L), Optional.of(5), minute))
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> new StudyPlan("dcgan", Map.of(), arms, List.of(1L, 1L), Optional.empty(), minute))
                .hasMessageContaining("occurs twice");
        assertThatThrownBy(() -> new StudyPlan("dcgan", Map.of(), arms, List.of(), Optional.empty(), minute))
                .hasMessageContaining("no seeds");
        assertThatThrownBy(() -> new StudyPlan(
                        "dcgan",
                        Map.of(),
                        List.of(Arm.parse("a b: ema=0"), Arm.parse("a-b: ema=0")),
                        List.of(1L),
                        Optional.empty(),
                        minute))
                .hasMessageContaining("two arms of the study are called a-b, or almost so");
    }

    @Test
    void aSpreadIsTheMeanAndTheDeviationOfASample() {
        // 2, 4, 9: mean 5, squared deviations 9 + 1 + 16 = 26, divided by 2
        assertThat(Spread.of(List.of(2., 4., 9.))).isEqualTo(new Spread(5, Math.sqrt(13)));
        assertThat(Spread.of(List.of(2., 4., 9.))).hasToString("5.0000 ± 3.6056");
        assertThat(Spread.of(List.of(0.00002))).hasToString("2.00e-05");
        assertThat(Spread.of(List.of())).hasToString("-");
    }
}
