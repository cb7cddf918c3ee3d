package org.gan4j.dsl.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gan4j.losses.LossPresets;
import org.gan4j.losses.adversarial.NonSaturating;
import org.gan4j.losses.adversarial.RelativisticPairing;
import org.junit.jupiter.api.Test;

/** Names of earlier versions. */
class FormerNamesTest {
    private static ObjectNode settings(Object... keysAndValues) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            node.put(keysAndValues[i].toString(), keysAndValues[i + 1].toString());
        }
        return node;
    }

    @Test
    void aFormerSettingIsRenamedWhereThatOfTodayExists() {
        ObjectNode given = settings("colours", "GREY");
        FormerNames.settings(given, settings("path", "", "colors", "AUTO"));
        assertThat(given).isEqualTo(settings("colors", "GRAY"));
    }

    @Test
    void aComponentThatHasSuchASettingTodayKeepsIt() {
        ObjectNode given = settings("rounds", "3");
        FormerNames.settings(given, settings("rounds", "1", "steps", "2"));
        assertThat(given).isEqualTo(settings("rounds", "3"));
        FormerNames.settings(given, settings("other", "1"));
        assertThat(given).isEqualTo(settings("rounds", "3"));
    }

    @Test
    void aRunOlderThanTheLimitOfChannelsIsBuiltWithoutOne() {
        ObjectNode given = settings("width", "64");
        FormerNames.missing(given, settings("width", "64", "max-width", "0"));
        assertThat(given.get("max-width").intValue()).isGreaterThan(100_000);
        ObjectNode newer = settings("max-width", "512");
        FormerNames.missing(newer, settings("max-width", "0"));
        assertThat(newer).isEqualTo(settings("max-width", "512"));
    }

    @Test
    void aLossHasTheNamesOfItsPapersToo() {
        ComponentRegistry components = ComponentRegistry.onClassPath();
        assertThat(components.named(ComponentKind.LOSS, "logistic")).isEqualTo(new NonSaturating());
        assertThat(components.lossPreset("logistic")).isEqualTo(LossPresets.NON_SATURATING);
        assertThat(components.named(ComponentKind.LOSS, "rpgan")).isEqualTo(new RelativisticPairing());
        assertThat(components.lossPreset("relativistic").loss()).isEqualTo(new RelativisticPairing());
    }

    @Test
    void onlyKeysOfBeforeAreChanged() {
        assertThat(FormerNames.key("critic-moves")).isEqualTo("critic-updates");
        assertThat(FormerNames.key("seed")).isEqualTo("seed");
        assertThat(FormerNames.component("dcgan")).isEmpty();
    }
}
