package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class OracleTest {
    @Test
    void everyFileCanBeRead() {
        assertThat(Oracle.read("ops").cases()).hasSize(23);
        assertThat(Oracle.read("functions").cases()).hasSize(75);
        assertThat(Oracle.read("layers").cases()).hasSize(16);
        assertThat(Oracle.read("losses").cases()).hasSize(62);
        assertThat(Oracle.read("penalty").cases()).hasSize(6);
        assertThat(Oracle.read("adam").cases()).hasSize(4);
        assertThat(Oracle.read("philox").cases()).hasSize(3);
    }

    @Test
    void aCaseHasInputsSettingsAndResults() {
        OracleCase known = Oracle.read("penalty").named("mlp_weight10_target1");
        assertThat(known.inputs()).containsExactly("real", "fake", "eps", "w1", "b1", "w2", "b2");
        assertThat(known.input("real").shape()).isEqualTo(Shape.of(4, 6));
        assertThat(known.input("real").dtype()).isEqualTo(DType.DOUBLE);
        assertThat(known.input("eps", DType.FLOAT).toFloats()).containsExactly(0.125f, 0.625f, 0.375f, 0.875f);
        assertThat(known.setting("weight")).isEqualTo(10);
        assertThat(known.flag("one_sided")).isFalse();
        assertThat(known.text("critic")).isEqualTo("mlp");
        assertThat(known.expected()).contains("penalty", "grad_w1");
        assertThat(known.expected("penalty").shape()).isEqualTo(Shape.scalar());
    }

    @Test
    void aResultIsCompared() {
        OracleCase known = Oracle.read("losses").named("wasserstein_critic_small");
        Tensor loss = known.input("fake").mean().sub(known.input("real").mean());
        known.requireExpected("loss", loss.evaluate(), 1e-12);
        assertThatThrownBy(() -> known.requireExpected("loss", loss.add(0.01).evaluate(), 1e-6))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("wasserstein_critic_small, loss");
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() {
        assertThatThrownBy(() -> Oracle.read("nothing")).hasMessageContaining("no oracle \"nothing\"");
        OracleCase known = Oracle.read("adam").cases().get(0);
        assertThatThrownBy(() -> known.input("gradients")).hasMessageContaining("there are [param, grads]");
        assertThatThrownBy(() -> Oracle.read("adam").named("none")).hasMessageContaining("rmsprop_lr5e-5");
    }

    @Test
    void philoxGivesTheWordsOfRandom123() {
        for (OracleCase known : Oracle.read("philox").cases()) {
            int[] c = words(known.inputData("counter"));
            int[] key = words(known.inputData("key"));
            int[] block = Philox.block(c[0], c[1], c[2], c[3], key[0], key[1]);
            assertThat(block).as(known.name()).containsExactly(words(known.expected("output")));
        }
    }

    private static int[] words(TensorData unsigned) {
        int[] words = new int[unsigned.shape().size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = (int) (long) unsigned.get(i);
        }
        return words;
    }
}
