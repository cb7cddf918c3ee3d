package org.gan4j.training;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener;

/**
 * A listener that prints the progress of training, for logs and JShell:
 * {@code .listener(ProgressLines.to(System.out))}.
 *
 * <p>It prints few lines: one for the first step, one for the last step, and in between one per twentieth of the steps
 * or per ten seconds, whichever is longer.
 */
public final class ProgressLines implements TrainingListener {
    private static final int PARTS = 20;
    private static final double SECONDS = 10;

    private final PrintWriter out;
    private final ThroughputMeter meter;
    private int printedStep;
    private double printedSeconds;
    private boolean printed;

    ProgressLines(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.meter = new ThroughputMeter(nanoTime);
    }

    /** Returns a listener that prints to a stream, such as a terminal's. */
    @SuppressWarnings("DefaultCharset") // the stream's own
    public static ProgressLines to(PrintStream out) {
        return to(new PrintWriter(out, true));
    }

    /** Returns a listener that prints to a writer. */
    public static ProgressLines to(PrintWriter out) {
        return new ProgressLines(out, System::nanoTime);
    }

    @Override
    public void started(Progress progress) {
        meter.start(progress);
    }

    @Override
    public void evaluated(EvaluatedStep evaluated) {
        meter.evaluated(evaluated);
    }

    @Override
    public void diagnosed(Diagnosis diagnosis) {
        if (diagnosis.kind() != Diagnosis.Kind.NON_FINITE) { // an exception says the same
            out.println("warning: " + diagnosis);
        }
    }

    @Override
    public void stepped(Progress progress) {
        meter.step(progress);
        if (!printed || progress.isLast() || isTime(progress)) {
            out.println(meter.line(progress));
            printed = true;
            printedStep = progress.step();
            printedSeconds = meter.seconds();
        }
    }

    private boolean isTime(Progress progress) {
        return (progress.step() - printedStep) * PARTS >= progress.steps()
                && meter.seconds() - printedSeconds >= SECONDS;
    }
}
