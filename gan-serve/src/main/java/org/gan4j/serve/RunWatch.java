package org.gan4j.serve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gan4j.dsl.TrainingControls;
import org.gan4j.report.RunReader;
import org.gan4j.report.RunReport;
import org.gan4j.report.RunState;
import org.gan4j.training.RunDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a run twice a second while a page is open, and tells the pages when something is new. */
final class RunWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);
    private static final int PERIOD_MILLIS = 500;
    private static final int QUIET_PERIODS = 30;

    /** What pages are told about; they ask for the rest. */
    private record Seen(RunReader.Glance glance, boolean paused, boolean trains) {}

    private final Optional<TrainingControls> controls;
    private final RunReader reader;
    private final List<EventStream> pages = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gan-live");
        thread.setDaemon(true);
        return thread;
    });
    private Seen told;
    private int quiet;

    RunWatch(RunDirectory run, Optional<TrainingControls> controls) {
        this.controls = controls;
        this.reader = RunReader.of(run);
        clock.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns what the run looks like now. */
    RunReport read() {
        RunReport report;
        synchronized (reader) {
            report = reader.read();
        }
        if (controls.isEmpty()) {
            return report;
        }
        if (controls.get().isPaused()) {
            return report.in(RunState.PAUSED);
        }
        return controls.get().isTraining() ? report.in(RunState.TRAINING) : report;
    }

    /** Tells a page that is new, and from then on when something is new. */
    void tell(EventStream page) {
        Seen now = seen();
        pages.add(page);
        page.send(text(now));
        if (clock.isShutdown()) {
            page.close();
        }
    }

    private void look() {
        pages.removeIf(EventStream::isOver);
        if (pages.isEmpty()) {
            return;
        }
        try {
            Seen now = seen();
            if (!now.equals(told)) {
                told = now;
                quiet = 0;
                pages.forEach(page -> page.send(text(now)));
            } else if (++quiet >= QUIET_PERIODS) {
                quiet = 0;
                pages.forEach(EventStream::keepAlive);
            }
        } catch (RuntimeException failed) { // or the clock would stop
            LOG.warn("the page is not up to date: {}", failed.getMessage());
        }
    }

    private Seen seen() {
        RunReader.Glance glance;
        synchronized (reader) {
            glance = reader.glance();
        }
        return new Seen(
                glance,
                controls.map(TrainingControls::isPaused).orElse(false),
                controls.map(TrainingControls::isTraining).orElse(false));
    }

    private static String text(Seen seen) {
        return "{\"step\":" + seen.glance.step() + "}";
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pages.forEach(EventStream::close);
    }
}
