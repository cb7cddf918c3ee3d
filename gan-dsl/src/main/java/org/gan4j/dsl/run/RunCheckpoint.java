package org.gan4j.dsl.run;

import org.gan4j.training.RunDirectory;
import org.gan4j.training.WholeCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoint that a run is used from, with a warning for each newer one that is damaged. */
public final class RunCheckpoint {
    private static final Logger LOG = LoggerFactory.getLogger(RunCheckpoint.class);

    private RunCheckpoint() {}

    /**
     * Opens the newest checkpoint that is whole. The caller closes it.
     *
     * @throws IllegalArgumentException if the run has no checkpoint, or all are damaged
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static WholeCheckpoint newest(RunDirectory run) {
        WholeCheckpoint newest = WholeCheckpoint.newest(run)
                .orElseThrow(() -> new IllegalArgumentException(
                        run.root() + " has no checkpoint yet: wait until the run writes its first one"));
        newest.warnings().forEach(LOG::warn);
        return newest;
    }
}
