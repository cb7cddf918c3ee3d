package org.gan4j.api.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosisTest {
    @Test
    void theLineNamesThePlayerIfItIsKnown() {
        assertThat(new Diagnosis(3, Diagnosis.Kind.NON_FINITE, "critic", "loss.critic became NaN"))
                .asString()
                .isEqualTo("step 3: NaN or infinity of the critic: loss.critic became NaN; lower the learning rate, or"
                        + " clip the gradient; see docs/choosing-a-loss.md#nan-or-infinity");
        assertThat(new NonFiniteException(3, "critic/weight", Double.NaN).diagnosis())
                .asString()
                .startsWith("step 3: NaN or infinity: the variable critic/weight became NaN; lower");
    }
}
