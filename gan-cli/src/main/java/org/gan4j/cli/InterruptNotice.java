package org.gan4j.cli;

import java.io.PrintWriter;
import org.gan4j.api.TrainingListener;
import org.gan4j.training.RunDirectory;

/** When training is ended from outside, as by Ctrl-C, says where the run is. Its files are whole at any moment. */
final class InterruptNotice implements TrainingListener {
    private final RunDirectory run;
    private final PrintWriter err;
    private final Thread hook = new Thread(this::say, "interrupt-notice");
    private volatile int step;

    InterruptNotice(RunDirectory run, PrintWriter err) {
        this.run = run;
        this.err = err;
    }

    @Override
    public void started(Progress progress) {
        step = progress.step();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void stepped(Progress progress) {
        step = progress.step();
    }

    @Override
    public void ended(Progress progress) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // then the notice is being given
        }
    }

    private void say() {
        err.printf("%ngan: interrupted after step %d; the run is in %s%n", step, run.root());
        run.latestCheckpoint().ifPresent(newest -> err.println("Its newest checkpoint is " + newest));
    }
}
