package org.gan4j.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.api.training.TrainingListener.Progress;

/** The listeners of a training run: every listener that was started is ended, whatever fails in between. */
final class ListenerChain implements AutoCloseable {
    private final List<TrainingListener> listeners;
    private final Deque<TrainingListener> started = new ArrayDeque<>();
    private Progress progress;

    ListenerChain(List<TrainingListener> listeners, int from, int to) {
        this.listeners = listeners;
        this.progress = new Progress(from, to, Map.of());
        try {
            for (TrainingListener listener : listeners) {
                listener.started(progress);
                started.add(listener);
            }
        } catch (RuntimeException | Error failed) {
            endAfter(failed);
            throw failed;
        }
    }

    void stepped(int step, int steps, Map<String, Double> metrics) {
        progress = new Progress(step, steps, metrics);
        listeners.forEach(listener -> listener.stepped(progress));
    }

    void diagnosed(Diagnosis diagnosis) {
        listeners.forEach(listener -> listener.diagnosed(diagnosis));
    }

    @Override
    public void close() {
        try {
            while (!started.isEmpty()) {
                started.poll().ended(progress);
            }
        } catch (RuntimeException | Error failed) {
            endAfter(failed);
            throw failed;
        }
    }

    private void endAfter(Throwable failed) {
        try {
            close();
        } catch (RuntimeException | Error another) {
            failed.addSuppressed(another);
        }
    }
}
