package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.tensor.ShapeException;
import org.junit.jupiter.api.Test;

class WindowsTest {
    @Test
    void oneNumberIsForAllAxes() {
        Windows windows = Windows.over(3).stride(2).dilation(3, 1, 2).padding(4);
        assertThat(windows.stride()).containsExactly(2, 2, 2);
        assertThat(windows.dilation()).containsExactly(3, 1, 2);
        assertThat(windows.before()).isEqualTo(windows.after()).containsExactly(4, 4, 4);
    }

    @Test
    void placesAreCountedWithPaddingAndWithoutTheRemainder() {
        Windows windows = Windows.over(1).stride(2).dilation(2).padding(List.of(1), List.of(2));
        assertThat(windows.places(0, 4, 3)).isEqualTo(2);
        assertThat(windows.places(0, 5, 3)).isEqualTo(2);
        assertThat(windows.places(0, 6, 3)).isEqualTo(3);
    }

    @Test
    void fourAxesAreRefused() {
        assertThatThrownBy(() -> Windows.over(4))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("a window must have 1 to 3 axes");
    }

    @Test
    void twoStridesForThreeAxesAreRefused() {
        assertThatThrownBy(() -> Windows.over(3).stride(1, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("a stride, a dilation and padding for each");
    }

    @Test
    void strideZeroAndNegativePaddingAreRefused() {
        assertThatThrownBy(() -> Windows.over(2).stride(0))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("strides and dilations must be at least 1 and padding at least 0");
        assertThatThrownBy(() -> Windows.over(2).padding(-1))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("padding at least 0");
    }

    @Test
    void aWindowOfNoLengthIsRefused() {
        assertThatThrownBy(() -> Windows.over(1).places(0, 5, 0))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("a window must be at least 1 long; this one is 0");
    }
}
