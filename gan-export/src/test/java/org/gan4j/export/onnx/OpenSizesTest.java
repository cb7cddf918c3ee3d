package org.gan4j.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class OpenSizesTest {
    private static final OpenSizes SIZES = sizes();

    private static OpenSizes sizes() {
        Map<String, Integer> usual = new LinkedHashMap<>();
        usual.put("batch", 7);
        usual.put("height", 32);
        usual.put("width", 24);
        return new OpenSizes(usual);
    }

    private static String formula(ToIntFunction<Map<String, Integer>> number) {
        return SIZES.formula(new Extent(
                        SIZES.traces().stream().map(number::applyAsInt).toList()))
                .text();
    }

    @Test
    void findsProductsOfSizes() {
        assertThat(formula(at -> at.get("batch"))).isEqualTo("batch");
        assertThat(formula(at -> 4 * at.get("height"))).isEqualTo("4*height");
        assertThat(formula(at -> at.get("width") / 8)).isEqualTo("width/8");
        assertThat(formula(at -> at.get("height") - 2)).isEqualTo("(height-2)");
        assertThat(formula(at -> 3 * at.get("batch") * (at.get("height") / 2 + 1) * at.get("width")))
                .isEqualTo("3*batch*(height+2)*width/2");
    }

    @Test
    void refusesWhatFollowsOtherwise() {
        assertThatThrownBy(() -> formula(at -> at.get("height") + at.get("width")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("by no product of linear terms");
        assertThatThrownBy(() -> formula(at -> at.get("batch") * at.get("batch")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutOpenSizesThereIsOneTrace() {
        assertThat(new OpenSizes(Map.of()).traces()).isEqualTo(List.of(Map.of()));
    }
}
