package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.inference.Weights;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class LabeledImagesTest {
    /** Returns samples of images, three samples each, as of three captions. */
    private static ReferenceData threeOfEach(int images) {
        float[][] samples = new float[3 * images][];
        int[] labels = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = new float[] {i / 3, 0, 0, 0};
            labels[i] = i / 3 % 2;
        }
        return ReferenceData.trainedOn(
                DataSource.of(samples, 1, 2, 2).withLabels(labels).open(), "data", List.of());
    }

    private static Set<Float> values(LabeledImages images) {
        Set<Float> values = new HashSet<>();
        for (int i = 0; i < images.labels().length; i++) {
            values.add(images.images().toFloats()[4 * i]);
        }
        return values;
    }

    @Test
    void othersAreNoFurtherSamplesOfTheSameImages() {
        ReferenceData data = threeOfEach(300);
        LabeledImages learned = LabeledImages.of(data, 0, 120, 1);
        LabeledImages tested = learned.others(data, learned.read(), 500, 1);
        assertThat(values(tested)).isNotEmpty().doesNotContainAnyElementsOf(values(learned));
        assertThat(values(LabeledImages.of(data, learned.read(), 500, 1))).containsAnyElementsOf(values(learned));
        LabeledImages all = LabeledImages.of(data, 0, 900, 1);
        assertThatThrownBy(() -> all.others(data, 0, 10, 1)).hasMessageContaining("no other images with labels");
    }

    @Test
    void imagesOfUnknownClassTellNothingOfLatents() {
        ReferenceData data = ReferenceData.trainedOn(
                DataSource.of(new float[][] {{1}, {2}, {3}, {4}}, 1, 1, 1)
                        .withLabels(0, -1, 1, -1)
                        .open(),
                "data",
                List.of());
        Encoder same = new Encoder() {
            @Override
            public TensorData encode(TensorData samples, Weights weights) {
                return TensorData.of(
                        samples.toFloats(), Shape.of(samples.shape().dim(0), 1));
            }

            @Override
            public TensorData reconstruct(TensorData samples, Weights weights) {
                return samples;
            }
        };
        LabeledLatents latents = LabeledLatents.ofImages(same, data, 1, Weights.LATEST);
        assertThat(latents.classes()).containsExactlyInAnyOrder(0, 1);
        assertThat(latents.latents().toFloats()).containsExactlyInAnyOrder(1, 3);
    }
}
