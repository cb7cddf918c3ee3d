package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkProgressTest {
    @Test
    void linesSayHowFarWorkIs() throws InterruptedException {
        StringWriter printed = new StringWriter();
        try (WorkProgress progress = WorkProgress.lines(new PrintWriter(printed), Duration.ofMillis(20))) {
            progress.extracted("mobilenet-v2", 3000, 8000);
            for (int i = 0; i < 500 && printed.toString().isEmpty(); i++) {
                Thread.sleep(10);
            }
        }
        assertThat(printed.toString()).startsWith("gan: mobilenet-v2: 3,000 of 8,000 samples, after 0 s");
    }

    @Test
    void workThatIsShortPrintsNothing() {
        StringWriter printed = new StringWriter();
        try (WorkProgress progress = WorkProgress.lines(new PrintWriter(printed), Duration.ofHours(1))) {
            progress.working("measuring frechet");
        }
        assertThat(printed.toString()).isEmpty();
    }
}
