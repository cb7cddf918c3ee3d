package org.gan4j.apps.progressive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final Shape CLOTHES = Shape.of(1, 28, 28);

    @Test
    void sizesDoubleFromTheSmallestToThatOfTheData() {
        Growth growth = new Growth(0, List.of(5), List.of(3, 4), List.of(64, 32));
        List<Stage> stages = growth.stages(CLOTHES);
        assertThat(stages.stream().map(Stage::name))
                .containsExactly("7x7", "fade-14x14", "14x14", "fade-28x28", "28x28");
        assertThat(stages.stream().map(Stage::begin)).containsExactly(0, 5, 8, 13, 17);
        assertThat(stages.stream().map(stage -> stage.batchSize().orElseThrow()))
                .containsExactly(64, 32, 32, 32, 32);
        assertThat(stages.get(4).steps()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void sidesNeedNotBeEqual() {
        Growth growth = new Growth(8, List.of(1), List.of(1), List.of());
        assertThat(growth.sizes(Shape.of(3, 32, 48)))
                .containsExactly(Shape.of(3, 8, 12), Shape.of(3, 16, 24), Shape.of(3, 32, 48));
    }

    @Test
    void withoutStepsOfSizesNothingGrows() {
        Growth growth = new Growth(0, List.of(), List.of(), List.of());
        assertThat(growth.problems("style", CLOTHES)).isEmpty();
        assertThat(growth.stages(CLOTHES).stream().map(Stage::name)).containsExactly("28x28");
    }

    @Test
    void phasesOfOtherLengthsAreTakenInTheOrderOfTheSizes() {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        lengths.put("fade-28x28", 9);
        lengths.put("7x7", 6);
        lengths.put("14x14", 7);
        lengths.put("fade-14x14", 8);
        Growth fitted = new Growth(0, List.of(5), List.of(3), List.of()).phases(lengths);
        assertThat(fitted.stable()).containsExactly(6, 7);
        assertThat(fitted.fade()).containsExactly(8, 9);
    }

    @Test
    void saysWhatCannotGrow() {
        assertThat(new Growth(10, List.of(1), List.of(), List.of(0)).problems("progressive", CLOTHES))
                .containsExactly(
                        "the application progressive cannot start at a height of 10: images of 28×28 can be halved to"
                                + " the heights [7, 14, 28]; choose one of them, or 0 for the smallest",
                        "the application progressive needs the number of steps in which a size fades in: give fade one"
                                + " number at least",
                        "the application progressive needs numbers of at least 1 for stable, fade and batch-sizes, not"
                                + " [1], [] and [0]: choose larger ones");
        assertThat(new Growth(0, List.of(1), List.of(1), List.of()).problems("style", Shape.of(2)))
                .containsExactly("the application style grows images, channels×height×width; the data have shape [2]:"
                        + " use data with images");
    }

    @Test
    void saysWhichSettingsHaveNoEffect() {
        assertThat(new Growth(14, List.of(), List.of(), List.of()).problems("style", CLOTHES))
                .containsExactly(
                        "the application style starts at 14, but has no steps of smaller sizes, so that nothing"
                                + " grows: set stable, such as [600], or start 0");
        assertThat(new Growth(14, List.of(1, 2), List.of(1), List.of()).problems("style", CLOTHES))
                .containsExactly(
                        "the application style has 2 sizes, of which all but the last need stable steps, and all"
                                + " but the first fade; [1, 2], [1] and the batch sizes [] are too many: leave some out");
    }

    @Test
    void imagesAreReducedToTheMeansOfBlocks() {
        float[] pixels = new float[2 * 4 * 6];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i * i;
        }
        TensorData reduced = new MeanReduction(2)
                .apply(Map.of(Field.IMAGE, TensorData.of(pixels, Shape.of(2, 1, 4, 6))))
                .get(Field.IMAGE);
        assertThat(reduced.shape()).isEqualTo(Shape.of(2, 1, 2, 3));
        float[] means = reduced.toFloats();
        assertThat(means[0]).isEqualTo((0 + 1 + 36 + 49) / 4f);
        assertThat(means[4]).isEqualTo((14 * 14 + 15 * 15 + 20 * 20 + 21 * 21) / 4f);
        assertThat(means[11]).isEqualTo((40 * 40 + 41 * 41 + 46 * 46 + 47 * 47) / 4f);
    }
}
