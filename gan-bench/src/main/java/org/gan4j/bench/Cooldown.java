package org.gan4j.bench;

import java.time.Duration;

/** A pause in which the threads of native libraries fall asleep, so that they do not slow down the next timed code. */
final class Cooldown {
    /** A pause longer than OpenBLAS's threads spin. */
    static final Duration REST = Duration.ofMillis(100);

    private Cooldown() {}

    /**
     * Pauses for the given time.
     *
     * @throws IllegalStateException if this thread is interrupted
     */
    static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted between two steps", interrupted);
        }
    }
}
