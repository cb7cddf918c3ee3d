package org.gan4j.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.training.ProgressLines;
import org.gan4j.training.ThroughputMeter;

/** Training progress on a terminal: one line on the standard error stream, with a bar if there is room for it. */
final class TerminalProgress implements TrainingListener {
    private static final int UPDATE_MILLIS = 500;
    private static final int LONGEST = 30;
    private static final int FRAME = "  []".length();

    private final ThroughputMeter pace = new ThroughputMeter(System::nanoTime);
    private ProgressBar bar;

    /** Returns a progress line on a terminal, or a listener that prints plain lines elsewhere, such as in a log. */
    static TrainingListener orLines(PrintWriter out) {
        return isTerminal() ? new TerminalProgress() : ProgressLines.to(out);
    }

    /** Returns a progress line on a terminal, and nothing elsewhere. */
    static Optional<TrainingListener> ifTerminal() {
        return isTerminal() ? Optional.of(new TerminalProgress()) : Optional.empty();
    }

    @Override
    public void started(Progress progress) {
        pace.start(progress);
        bar = bar(progress.step(), progress.steps());
    }

    /**
     * Returns a bar on a terminal.
     *
     * @param step the number of completed steps
     * @param steps the number of all steps
     */
    static ProgressBar bar(long step, long steps) {
        return new ProgressBarBuilder()
                .setInitialMax(steps)
                .startsFrom(step, Duration.ZERO)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setRenderer(TerminalProgress::render)
                .build();
    }

    @Override
    public void diagnosed(Diagnosis diagnosis) {
        if (diagnosis.kind() == Diagnosis.Kind.NON_FINITE) {
            return; // the command prints it when training has ended
        }
        say("warning: " + diagnosis);
    }

    /** Prints a line, and continues with a new bar below it. */
    void say(String line) {
        boolean started = bar != null; // a resumed run looks at its samples before it starts
        if (started) {
            bar.close();
        }
        System.err.println(line);
        if (started) {
            bar = bar(bar.getCurrent(), bar.getMax());
        }
    }

    @Override
    public void evaluated(EvaluatedStep evaluated) {
        pace.evaluated(evaluated);
    }

    @Override
    public void stepped(Progress progress) {
        pace.step(progress);
        bar.setExtraMessage(pace.line(progress));
        bar.stepTo(progress.step());
    }

    @Override
    public void ended(Progress progress) {
        bar.close();
    }

    static String render(ProgressState state, int width) {
        String text = state.getExtraMessage();
        if (text.isEmpty()) {
            text = "step " + state.getCurrent() + "/" + state.getMax();
        }
        int room = Math.min(LONGEST, width - text.length() - FRAME);
        if (room < 1) {
            return text.substring(0, Math.min(width, text.length()));
        }
        int done = (int) (room * state.getNormalizedProgress());
        return text + "  [" + "=".repeat(done) + " ".repeat(room - done) + "]";
    }

    @SuppressWarnings("SystemConsoleNull") // the change of Java 22 is handled below
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && !"dumb".equals(System.getenv("TERM")) && isTerminal(console);
    }

    /** Since Java 22, System.console() may not be a terminal; a new method of Console tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new LinkageError("Console.isTerminal()", impossible);
        }
    }
}
