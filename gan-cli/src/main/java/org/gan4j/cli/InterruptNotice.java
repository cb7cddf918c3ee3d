package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gan4j.dsl.Gan;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.WholeCheckpoint;

/**
 * A shutdown hook for training that is interrupted, as by Ctrl-C: lets it finish its step and write a checkpoint, and
 * prints where the run is.
 */
final class InterruptNotice implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Gan gan;
    private final RunDirectory run;
    private final PrintWriter err;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interrupt-notice");

    InterruptNotice(Gan gan, RunDirectory run, PrintWriter err) {
        this.gan = gan;
        this.run = run;
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupted() {
        err.printf("%ngan: interrupted; finishing the step and writing a checkpoint ...%n");
        gan.stop();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                err.println("gan: the step takes too long: progress since the last checkpoint is lost");
            }
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        err.println("The run is in " + run.root() + ", at step " + gan.steps());
        WholeCheckpoint.newestFile(run).ifPresent(latest -> err.println("Its latest checkpoint is " + latest));
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // the hook is already running
        }
    }
}
