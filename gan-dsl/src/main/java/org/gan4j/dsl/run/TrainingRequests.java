package org.gan4j.dsl.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.training.TrainingListener;

/**
 * What other threads ask of a training: to pause, to save a checkpoint, to write samples. The training thread does it after
 * its step. Thread-safe.
 */
public final class TrainingRequests {
    /** What is written after the step. */
    private enum Writing {
        CHECKPOINT,
        SAMPLES
    }

    /** Writes files of a run between two steps. */
    public interface Files {
        /** Writes a checkpoint, if there is none after this step. */
        void save(int step);

        /** Writes samples, if there are none after this step. */
        void sample(int step);
    }

    private final Set<Writing> asked = EnumSet.noneOf(Writing.class);
    private boolean running;
    private boolean paused;
    private boolean waiting;
    private boolean stopping;
    private long pausedNanos;

    /** Asks for a pause after the current step. */
    public synchronized void pause() {
        paused = true;
    }

    /** Ends the pause. */
    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /** Ends the pause, since training stops. */
    public synchronized void stop() {
        stopping = true;
        notifyAll();
    }

    /** Asks for a checkpoint after the current step. */
    public void save() {
        ask(Writing.CHECKPOINT);
    }

    /** Asks for samples after the current step. */
    public void sample() {
        ask(Writing.SAMPLES);
    }

    private synchronized void ask(Writing what) {
        asked.add(what);
        notifyAll();
    }

    /** Returns whether training waits. */
    public synchronized boolean isPaused() {
        return waiting;
    }

    /** Returns whether a training runs. */
    public synchronized boolean isRunning() {
        return running;
    }

    /** Returns for how long trainings have been paused so far. */
    public synchronized long pausedNanos() {
        return pausedNanos;
    }

    /** Returns the last listener of a training, which does what is asked. */
    public TrainingListener listener(Files files) {
        return new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                boolean more = true;
                while (more) {
                    for (Writing each : taken()) {
                        if (each == Writing.CHECKPOINT) {
                            files.save(progress.step());
                        } else {
                            files.sample(progress.step());
                        }
                    }
                    more = !progress.isLast() && waited();
                }
            }
        };
    }

    /** Notes that a training begins, which may go back to an earlier step and go on from there. */
    public synchronized void begin() {
        running = true;
        stopping = false;
    }

    /** Notes that a training has ended, with what was asked of it. */
    public synchronized void end() {
        running = false;
        paused = false;
        asked.clear();
    }

    private synchronized List<Writing> taken() {
        List<Writing> taken = new ArrayList<>(asked);
        asked.clear();
        return taken;
    }

    /** Waits while training is paused and nothing else is asked for. Returns whether it may have to wait again. */
    private synchronized boolean waited() {
        long from = System.nanoTime();
        try {
            while (paused && !stopping && asked.isEmpty()) {
                waiting = true;
                wait();
            }
            return !asked.isEmpty() || paused && !stopping;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt(); // ends training after its next step
            return false;
        } finally {
            waiting = false;
            pausedNanos += System.nanoTime() - from;
        }
    }
}
