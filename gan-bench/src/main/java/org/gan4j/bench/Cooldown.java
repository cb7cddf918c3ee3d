package org.gan4j.bench;

import java.time.Duration;

/** Lets the threads of libraries fall asleep, so that they take nothing from whoever is timed next. */
final class Cooldown {
    /** More than OpenBLAS's threads spin. */
    static final Duration REST = Duration.ofMillis(100);

    private Cooldown() {}

    static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted between two steps", interrupted);
        }
    }
}
