package org.gan4j.report;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.training.RunDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener that keeps report.html of a run up to date: after a second, then every ten seconds, later every minute, and
 * at the end; more seldom if writing it takes more than a twentieth of the time. What it reads must be written before it is
 * called. A report that cannot be written does not end training.
 */
public final class ReportWriter implements TrainingListener {
    private static final Logger LOG = LoggerFactory.getLogger(ReportWriter.class);
    private static final long FIRST = 1_000_000_000L;
    private static final long INTERVAL = 10_000_000_000L;
    private static final long LONGEST = 60_000_000_000L;
    private static final int PARTS = 30;
    private static final int SHARE = 20;
    private static final double NANOS = 1e9;

    private final RunDirectory run;
    private final LongSupplier nanos;
    private final RunReader reader;
    private List<TrainingTime> earlier = List.of();
    private int from;
    private long began;
    private long next;
    private boolean warned;

    /**
     * Creates a listener for a run whose files are there when training starts.
     *
     * @param nanos returns the time in nanoseconds from some moment on, such as one without pauses
     */
    public ReportWriter(RunDirectory run, LongSupplier nanos) {
        this.run = run;
        this.nanos = nanos;
        this.reader = RunReader.of(run);
    }

    @Override
    public void started(Progress progress) {
        began = nanos.getAsLong();
        from = progress.step();
        guarded(() -> earlier = new TimeLog(run.timings()).read());
        next = began + FIRST;
    }

    @Override
    public void stepped(Progress progress) {
        if (nanos.getAsLong() >= next) {
            write(progress, read -> read.in(RunState.TRAINING));
        }
    }

    @Override
    public void ended(Progress progress) {
        write(progress, ReportWriter::ended);
    }

    private void write(Progress progress, UnaryOperator<RunReport> state) {
        long now = nanos.getAsLong();
        guarded(() -> {
            new TimeLog(run.timings()).write(earlier, new TrainingTime(from, progress.step(), (now - began) / NANOS));
            ReportPage.write(state.apply(reader.read()), run.report());
        });
        long took = nanos.getAsLong() - now;
        long grown = Math.min(LONGEST, (now - began) / PARTS);
        next = now + took + Math.max(Math.max(INTERVAL, grown), SHARE * took);
    }

    /** Returns a report of a run whose training has ended, although its lock is given back only afterwards. */
    private static RunReport ended(RunReport read) {
        boolean complete =
                read.planned().isPresent() && read.step() >= read.planned().getAsInt();
        return read.in(complete ? RunState.COMPLETE : RunState.STOPPED);
    }

    private void guarded(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException failed) { // whatever somebody left in the folder
            if (!warned) {
                warned = true;
                warn(run, failed);
            }
        }
    }

    private static void warn(RunDirectory run, RuntimeException failed) {
        LOG.warn("{} is not up to date: {}", run.report(), failed.getMessage());
        LOG.debug("the report could not be written", failed);
    }

    /** Writes the report of a run that nobody needs to train, such as after an evaluation; a failure is a warning. */
    public static void refresh(RunDirectory run) {
        try {
            ReportPage.write(RunReader.of(run).read(), run.report());
        } catch (RuntimeException failed) {
            warn(run, failed);
        }
    }
}
