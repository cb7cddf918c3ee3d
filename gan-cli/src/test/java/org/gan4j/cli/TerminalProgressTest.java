package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private static String rendered(String message, int width) {
        List<String> shown = new ArrayList<>();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setInitialMax(100)
                .setRenderer(TerminalProgress::render)
                .setConsumer(new DelegatingProgressBarConsumer(shown::add, width))
                .build()) {
            bar.setExtraMessage(message);
            bar.stepTo(50);
        }
        return shown.get(shown.size() - 1);
    }

    @Test
    void theBarTakesTheRoomThatTheNumbersLeave() {
        assertThat(rendered("step 50/100", 25)).isEqualTo("step 50/100  [=====     ]");
        assertThat(rendered("step 50/100", 200)).hasSize("step 50/100  []".length() + 30);
    }

    @Test
    void aNarrowTerminalShowsNumbersOnly() {
        assertThat(rendered("step 50/100", 15)).isEqualTo("step 50/100");
        assertThat(rendered("step 50/100", 7)).isEqualTo("step 50");
    }

    @Test
    void beforeTheFirstStepThereIsOnlyItsNumber() {
        assertThat(rendered("", 11)).isEqualTo("step 50/100");
    }
}
