package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * Lines, few enough for a log: the first and the last step, and between them one after a twentieth of the steps or ten
 * seconds, whichever is longer.
 */
final class PlainProgress implements ProgressListener {
    private static final int PARTS = 20;
    private static final double SECONDS = 10;

    private final PrintWriter out;
    private final Pace pace;
    private int shownStep;
    private double shownSeconds;
    private boolean shown;

    PlainProgress(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.pace = new Pace(nanoTime);
    }

    @Override
    public void started(Progress progress) {
        pace.start(progress);
    }

    @Override
    public void stepped(Progress progress) {
        pace.step(progress);
        if (!shown || progress.isLast() || isTime(progress)) {
            out.println(pace.line(progress));
            shown = true;
            shownStep = progress.step();
            shownSeconds = pace.seconds();
        }
    }

    private boolean isTime(Progress progress) {
        return (progress.step() - shownStep) * PARTS >= progress.steps() && pace.seconds() - shownSeconds >= SECONDS;
    }
}
