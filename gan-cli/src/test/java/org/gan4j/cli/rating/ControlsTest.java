package org.gan4j.cli.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlsTest {
    private static final int PAIRS = 6;

    /** Returns the key of a study with real images, each with noise against it, and samples, each of which comes twice. */
    private static RatingKey key(RatingKind kind) {
        Map<String, Origin> items = new LinkedHashMap<>();
        for (int i = 0; i < PAIRS; i++) {
            items.put("real" + i, new Origin.Real(i));
            items.put("noise" + i, new Origin.Noise("real" + i));
            items.put("sample" + i, new Origin.Sample("run", 1, i));
            items.put("repeat" + i, new Origin.Repeat("sample" + i));
        }
        return new RatingKey("study", kind.yamlName(), "", List.of("run"), items);
    }

    /** Returns the ratings of a rater whose first pairs fail. */
    private static Ratings ratings(int failedNoise, int failedRepeats) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (int i = 0; i < PAIRS; i++) {
            values.put("real" + i, 3);
            values.put("noise" + i, i < failedNoise ? 3 : 2);
            values.put("sample" + i, 4);
            values.put("repeat" + i, i < failedRepeats ? 2 : 3);
        }
        return new Ratings("anna", values);
    }

    @Test
    void aThirdOfEitherKindMayFail() {
        Controls controls = new Controls(key(RatingKind.QUALITY));
        assertThat(controls.failure(ratings(2, 2))).isEmpty();
        assertThat(controls.failure(ratings(3, 0))).contains("rated noise no lower than a real image in 3 of 6 pairs");
        assertThat(controls.failure(ratings(0, 3)))
                .contains("rated 3 of 6 repeated images more than one point differently the second time");
    }

    @Test
    void noiseIsNotRealWhateverTheRealImageIs() {
        Controls controls = new Controls(key(RatingKind.REAL_OR_FAKE));
        Map<String, Integer> values = new LinkedHashMap<>();
        for (int i = 0; i < PAIRS; i++) {
            values.put("real" + i, 0);
            values.put("noise" + i, i < 2 ? 1 : 0);
        }
        assertThat(controls.failure(new Ratings("bo", values))).isEmpty();
        values.put("noise2", 1);
        assertThat(controls.failure(new Ratings("bo", values))).contains("judged 3 of 6 images of noise real");
    }

    @Test
    void pairsThatWereNotRatedDoNotCount() {
        Controls controls = new Controls(key(RatingKind.QUALITY));
        assertThat(controls.failure(new Ratings("cy", Map.of("noise0", 5, "repeat0", 1))))
                .isEmpty();
        assertThat(controls.failure(new Ratings("cy", Map.of("noise0", 5, "real0", 5))))
                .isPresent();
    }
}
