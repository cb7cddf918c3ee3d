package org.gan4j.training;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.gan4j.api.training.TrainingListener;

/**
 * Shows how training goes, for logs and JShell: {@code .listener(ProgressLines.to(System.out))}.
 *
 * <p>Lines, few enough for a log: the first and the last step, and between them one after a twentieth of the steps or ten
 * seconds, whichever is longer.
 */
public final class ProgressLines implements TrainingListener {
    private static final int PARTS = 20;
    private static final double SECONDS = 10;

    private final PrintWriter out;
    private final ThroughputMeter pace;
    private int shownStep;
    private double shownSeconds;
    private boolean shown;

    ProgressLines(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.pace = new ThroughputMeter(nanoTime);
    }

    /** Writes to a stream, such as that of a terminal. */
    @SuppressWarnings("DefaultCharset") // the stream's own
    public static ProgressLines to(PrintStream out) {
        return to(new PrintWriter(out, true));
    }

    /** Writes to this. */
    public static ProgressLines to(PrintWriter out) {
        return new ProgressLines(out, System::nanoTime);
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
