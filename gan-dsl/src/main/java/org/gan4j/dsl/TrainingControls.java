package org.gan4j.dsl;

import org.gan4j.dsl.run.TrainingRequests;

/**
 * Controls a training that runs in another thread. What is asked for happens after the current step; without a training,
 * nothing does, except that a pause awaits the next one.
 */
public final class TrainingControls {
    private final TrainingRequests requests;
    private final Runnable stop;

    TrainingControls(TrainingRequests requests, Runnable stop) {
        this.requests = requests;
        this.stop = stop;
    }

    /** Pauses training after its step. The report of the run does not count the time of a pause. */
    public void pause() {
        requests.pause();
    }

    /** Continues a paused training. */
    public void resume() {
        requests.resume();
    }

    /** Stops training, as {@link Gan#stop} does. A paused training does one more step, after which it writes its files. */
    public void stop() {
        stop.run();
    }

    /** Writes a checkpoint into the run directory. A training without one does nothing. */
    public void save() {
        requests.save();
    }

    /** Writes samples into the run directory. A training without one does nothing. */
    public void sample() {
        requests.sample();
    }

    /** Returns whether training waits; after {@link #pause} it does when its step is complete. */
    public boolean isPaused() {
        return requests.isPaused();
    }

    /** Returns whether a training runs. */
    public boolean isTraining() {
        return requests.isRunning();
    }
}
