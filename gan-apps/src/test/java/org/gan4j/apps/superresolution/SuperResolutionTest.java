package org.gan4j.apps.superresolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Phase;
import org.gan4j.architectures.srresnet.SrResNet;
import org.gan4j.architectures.trunks.MobileNetV2;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SuperResolutionTest {
    private static DataSchema images(long... shape) {
        return new DataSchema(List.of(new Field(Field.IMAGE, DType.FLOAT, Shape.of(shape))), List.of());
    }

    @Test
    void theContentLossIsZeroForEqualImagesAndDrawsOthersTowardsTheOriginal() {
        ContentLoss content = ContentLoss.of(SuperResolution.srgan());
        Tensor original = Tensor.arange(768).cast(DType.FLOAT).div(384).sub(1).reshape(1, 3, 16, 16);
        assertThat(content.of(original, original).evaluate().item()).isZero();
        Tensor blurred = original.mul(0.5);
        Tensor loss = content.of(original, blurred);
        assertThat(loss.evaluate().item()).isPositive();
        Tensor step = blurred.sub(Gradients.of(loss, blurred).mul(0.1));
        assertThat(content.of(original, step).evaluate().item())
                .isLessThan(loss.evaluate().item());
    }

    @Test
    void theNetworkOfTheContentLossTeaches() {
        SuperResolution srgan = SuperResolution.srgan();
        assertThat(srgan.teachers())
                .containsExactly("mobilenet-v2")
                .containsExactly(MobileNetV2.pretrained().name());
        assertThat(srgan.vgg(Content.VGG22, Path.of("vgg19.safetensors")).teachers())
                .containsExactly("vgg19");
        assertThat(srgan.vgg(Content.VGG54, Path.of("vgg19.safetensors")).teachers())
                .containsExactly("vgg19");
        assertThat(srgan.content(Content.PIXELS).teachers()).isEmpty();
        assertThat(srgan.weights(0, 1e-3, 1, 0).teachers()).isEmpty();
    }

    @Test
    void settingsThatCannotWorkAreRefusedWithASentence() {
        SuperResolution srgan = SuperResolution.srgan();
        assertThat(srgan.scale(3).problems(images(3, 96, 96)))
                .singleElement()
                .asString()
                .contains("by 2, 4 or 8");
        assertThat(srgan.problems(images(3, 30, 96))).singleElement().asString().contains("multiples of 4");
        assertThat(srgan.problems(images(2, 96, 96))).singleElement().asString().contains("1×H×W or 3×H×W");
        assertThat(srgan.pixelSteps(1).weights(1, -1, 0, 0).problems(images(3, 96, 96)))
                .singleElement()
                .asString()
                .contains("at least 0");
        assertThat(srgan.pixelSteps(-1).problems(images(3, 96, 96)))
                .singleElement()
                .asString()
                .contains("cannot have -1 steps", "0 to leave it out");
        assertThat(srgan.content(Content.VGG54).problems(images(3, 96, 96)))
                .singleElement()
                .asString()
                .contains("needs VGG-19's weights");
        SuperResolution lacking = srgan.vgg(Content.VGG22, Path.of("missing.safetensors"));
        assertThat(lacking.problems(images(3, 96, 96))).isEmpty();
        assertThat(lacking.trainingProblems()).singleElement().asString().contains("missing.safetensors");
        assertThat(srgan.vgg(Content.MOBILENET, Path.of("vgg.safetensors")).problems(images(3, 96, 96)))
                .singleElement()
                .asString()
                .contains("leave out the setting vgg");
        assertThat(srgan.problems(images(3, 96, 96))).isEmpty();
    }

    @Test
    void theLearningRateFallsOverAScaledFirstPhase() {
        SuperResolution shorter = SuperResolution.srgan().phases(Map.of(SuperResolution.PIXEL, 300));
        assertThat(shorter.pixelSteps()).isEqualTo(300);
        assertThat(SuperResolution.srgan().phases(Map.of())).isEqualTo(SuperResolution.srgan());
    }

    @Test
    void withoutStepsOfPixelsTrainingBeginsWithTheCritic() {
        GanComponents components = SuperResolutionNetworks.standard()
                .generator(SrResNet.generator().width(2).blocks(1))
                .critic(SrResNet.critic().width(2));
        assertThat(SuperResolution.srgan()
                        .pixelSteps(0)
                        .plan(components, images(3, 16, 16), 1)
                        .phaseSchedule()
                        .phases())
                .extracting(Phase::name)
                .containsExactly(SuperResolution.ADVERSARIAL);
    }

    @Test
    void smallImagesOfTheDataMustFitTheScale() {
        DataSchema data = new DataSchema(
                List.of(
                        new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, 96, 96)),
                        new Field(SmallImages.NAME, DType.FLOAT, Shape.of(3, 48, 48))),
                List.of());
        assertThat(SuperResolution.srgan().problems(data))
                .singleElement()
                .asString()
                .contains("the same scale");
        assertThat(SuperResolution.srgan().scale(2).problems(data)).isEmpty();
    }

    @Test
    void theContentInFeaturesHasTheSizeOfThatInPixels() {
        // 1/12.75², as in the paper
        assertThat(ContentLoss.SCALE).isEqualTo(0.00615, within(5e-5));
    }
}
