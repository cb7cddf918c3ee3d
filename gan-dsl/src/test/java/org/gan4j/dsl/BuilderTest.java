package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.adversarial.NonSaturating;
import org.junit.jupiter.api.Test;

class BuilderTest {
    private final GeneratorStep start = Gan.builder();
    private final CriticStep second = start.generator(Dcgan.generator());
    private final LossStep third = second.discriminator(Dcgan.critic());
    private final DataStep fourth = third.loss(WGAN_GP);
    private final OptionsStep last = fourth.data(FashionMnist.embedded());

    @Test
    void eachStepSaysWhatIsSetAndWhatComesNext() {
        assertThat(start).hasToString("Gan.builder(): nothing set; next: generator(...) or application(...)");
        assertThat(second.toString()).contains("DcganGenerator").endsWith("next: critic(...)");
        assertThat(third.toString()).contains("DcganCritic").endsWith("next: loss(...)");
        assertThat(fourth.toString()).contains("Wasserstein").endsWith("next: data(...)");
        assertThat(last.toString()).endsWith("next: options, or build()").hasSizeLessThan(1000);
    }

    @Test
    void aStepCanBeUsedTwice() {
        assertThat(last.seed(1).spec()).isNotEqualTo(last.seed(2).spec());
        assertThat(last.seed(3).spec().seed()).isEqualTo(3);
        assertThat(last.spec().seed()).isEqualTo(1);
    }

    @Test
    void anotherPresetReplacesAllThatAPresetBrought() {
        OptionsStep plain = third.loss(NON_SATURATING).data(FashionMnist.embedded());
        assertThat(last.loss(NON_SATURATING).spec()).isEqualTo(plain.spec());
        OptionsStep clipped = third.loss(WGAN).data(FashionMnist.embedded());
        assertThat(clipped.loss(WGAN_GP).spec()).isEqualTo(last.spec());
        assertThat(last.unrolled(2).loss(NON_SATURATING).spec())
                .isEqualTo(plain.unrolled(2).spec());
    }

    @Test
    void aLossAloneComesWithDcgansOptimizer() {
        GanSpec spec =
                third.loss(new NonSaturating()).data(FashionMnist.embedded()).spec();
        assertThat(spec.components().generatorOptimizer().toString()).contains("learningRate=2.0E-4", "beta1=0.5");
        assertThat(spec.components().criticUpdates()).isEqualTo(1);
    }
}
