package org.gan4j.cli.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class RatingStudyTest {
    private static TensorData images(int count, int size, float value) {
        float[] values = new float[count * size * size];
        Arrays.fill(values, value);
        return TensorData.of(values, Shape.of(count, 1, size, size));
    }

    private static SampledRun run(String name, int size, String... texts) {
        return new SampledRun(name, 7, images(2, size, 0), List.of(texts));
    }

    private static RealImages real(int size) {
        return new RealImages("data", images(2, size, 1), List.of(4, 9), Map.of());
    }

    @Test
    void samplesThatAreNotFiniteCannotBeRated() {
        assertThatThrownBy(() -> new SampledRun("run", 1, images(1, 2, Float.NaN), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("its samples have values that are not finite, so there is nothing to see: use an earlier"
                        + " checkpoint with --step");
    }

    @Test
    void constantImagesCanBeRated() {
        RatingStudy study = RatingStudy.of(RatingKind.QUALITY, List.of(run("run", 4)), real(4), 2, 1);
        assertThat(study.items()).hasSize(2 + 2 + 2);
    }

    @Test
    void runsOfDifferentSizesCannotBeCompared() {
        assertThatThrownBy(() -> RatingStudy.of(RatingKind.QUALITY, List.of(run("a", 4), run("b", 8)), real(4), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a generates images of 4×4 pixels in gray, and b of 8×8 pixels in gray");
    }

    @Test
    void runsOfDifferentTextsCannotBeCompared() {
        List<SampledRun> runs = List.of(run("a", 4, "boot", "bag"), run("b", 4, "a boot", "a bag"));
        assertThatThrownBy(() -> RatingStudy.of(RatingKind.RELEVANCE, runs, real(4), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a and b do not show the same texts");
    }

    @Test
    void aTextCannotLeaveTheDataOfThePage() {
        RatingStudy study =
                RatingStudy.of(RatingKind.RELEVANCE, List.of(run("a", 4, "</script><b>", "plain")), real(4), 0, 1);
        assertThat(new RatingPage(study, false).html())
                .doesNotContain("</script><b>")
                .contains("\\u003c/script>");
    }
}
