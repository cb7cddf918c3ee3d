package org.gan4j.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.gan4j.dsl.inference.EvaluationProgress;

/** The progress of work that takes long: a line on a terminal, and elsewhere a line every ten seconds. */
final class WorkProgress implements EvaluationProgress, AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final long start = System.nanoTime();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    private final ProgressBar bar;
    private volatile String now = "";

    private WorkProgress(PrintWriter err, Duration pause, boolean terminal) {
        if (terminal) {
            bar = TerminalProgress.bar(0, 1);
        } else {
            bar = null;
            timer.scheduleAtFixedRate(() -> print(err), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Begins.
     *
     * @param err where lines are printed if this is no terminal
     */
    static WorkProgress of(PrintWriter err) {
        return new WorkProgress(err, PAUSE, TerminalProgress.isTerminal());
    }

    /** Begins with lines in other intervals. */
    static WorkProgress lines(PrintWriter err, Duration pause) {
        return new WorkProgress(err, pause, false);
    }

    private void print(PrintWriter err) {
        if (!now.isEmpty()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            err.printf(Locale.ROOT, "gan: %s, after %d s%n", now, seconds);
            err.flush();
        }
    }

    @Override
    public void working(String work) {
        now = work;
        if (bar != null) {
            bar.setExtraMessage(now);
        }
    }

    @Override
    public void extracted(String by, int done, int all) {
        now = String.format(Locale.ROOT, "%s: %,d of %,d samples", by, done, all);
        if (bar != null) {
            bar.maxHint(all);
            bar.setExtraMessage(now);
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        if (bar != null) {
            bar.close();
        }
    }
}
