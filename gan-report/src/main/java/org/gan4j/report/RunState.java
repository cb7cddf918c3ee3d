package org.gan4j.report;

import java.util.Locale;

/** What a run is doing. */
public enum RunState {
    /** A program trains it. */
    TRAINING,
    /** A program trains it, and waits until it may go on. */
    PAUSED,
    /** All planned steps are done. */
    COMPLETE,
    /** It was stopped before all planned steps were done, and can be resumed. */
    STOPPED;

    /** Returns the name for people, such as "training". */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
