package org.gan4j.dsl.run;

import java.util.List;
import java.util.Map;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.plugin.TrainingFailure;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.io.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener of the program, whose failure is named, and either stops training or detaches the listener for good. A
 * detached listener that was started is ended once. What a full disk threw stays as it is if it stops training, since it
 * names the file, and the same training can succeed later.
 */
public final class GuardedListener implements TrainingListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final TrainingListener listener;
    private final boolean detaching;
    private Progress last = new Progress(0, 0, Map.of());
    private boolean started;
    private boolean detached;

    private GuardedListener(TrainingListener listener, boolean detaching) {
        this.listener = listener;
        this.detaching = detaching;
    }

    /** Returns a specification with its listeners guarded, as its option on-listener-failure says. */
    public static GanSpec all(GanSpec spec) {
        List<TrainingListener> guarded = spec.listeners().stream()
                .<TrainingListener>map(each -> new GuardedListener(each, spec.detachesFailedListeners()))
                .toList();
        return spec.notifying(guarded);
    }

    @Override
    public void started(Progress progress) {
        last = progress;
        call(progress.step(), () -> {
            listener.started(progress);
            started = true;
        });
    }

    @Override
    public void stepped(Progress progress) {
        last = progress;
        call(progress.step(), () -> listener.stepped(progress));
    }

    @Override
    public void evaluated(EvaluatedStep evaluated) {
        call(evaluated.step(), () -> listener.evaluated(evaluated));
    }

    @Override
    public void diagnosed(Diagnosis diagnosis) {
        call(diagnosis.step(), () -> listener.diagnosed(diagnosis));
    }

    @Override
    public void ended(Progress progress) {
        call(progress.step(), () -> {
            started = false;
            listener.ended(progress);
        });
    }

    private void call(int step, Runnable event) {
        if (detached) {
            return;
        }
        try {
            event.run();
        } catch (RuntimeException | LinkageError failed) {
            if (detaching) {
                detach(step, failed);
            } else if (failed instanceof StorageException full) {
                throw full;
            } else {
                throw TrainingFailure.of(listener, step, failed);
            }
        }
    }

    private void detach(int step, Throwable failed) {
        detached = true;
        LOG.warn(TrainingFailure.warning(listener, step, failed));
        LOG.debug("the listener failed", failed);
        if (started) {
            started = false;
            try {
                listener.ended(last);
            } catch (RuntimeException | LinkageError another) {
                LOG.debug("the detached listener failed to end", another);
            }
        }
    }
}
