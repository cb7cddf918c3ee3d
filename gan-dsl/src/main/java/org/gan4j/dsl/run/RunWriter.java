package org.gan4j.dsl.run;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.training.CheckpointWriter;
import org.gan4j.training.LockedRun;
import org.gan4j.training.MetricsLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the files of one training in an order that makes the run resumable at every moment. Before the first step: the
 * lock, the settings, the model card, the metrics cut back to the checkpoint, the first checkpoint. After each step: its line of metrics,
 * then its checkpoint, for which the metrics are made durable first, then samples and evaluations; if these fail or are
 * interrupted, the weights are safe, and the resumed run makes them up. The model card is written again at the end. The lock is given back last.
 */
final class RunWriter implements TrainingListener {
    private static final Logger LOG = LoggerFactory.getLogger(RunWriter.class);

    private final IntFunction<LockedRun> opening;
    private final IntConsumer settings;
    private final MetricsLog metrics;
    private final CheckpointWriter checkpoints;
    private final List<SamplePreviews> samples;
    private final TrainingListener evaluations;
    private final IntConsumer card;
    private LockedRun run;
    private boolean metricsOpen;
    private boolean ready;

    /**
     * @param opening locks the folder of a run that starts after a step
     * @param settings writes the settings of a run that starts after a step
     * @param checkpoints writes checkpoints, before each of which it makes the metrics durable
     * @param card writes the model card after a step
     */
    RunWriter(
            IntFunction<LockedRun> opening,
            IntConsumer settings,
            MetricsLog metrics,
            CheckpointWriter checkpoints,
            List<SamplePreviews> samples,
            TrainingListener evaluations,
            IntConsumer card) {
        this.opening = opening;
        this.settings = settings;
        this.metrics = metrics;
        this.checkpoints = checkpoints;
        this.samples = List.copyOf(samples);
        this.evaluations = evaluations;
        this.card = card;
    }

    @Override
    public void started(Progress progress) {
        run = opening.apply(progress.step());
        run.notices().forEach(LOG::warn);
        try {
            settings.accept(progress.step());
            card.accept(progress.step());
            metrics.started(progress);
            metricsOpen = true;
            checkpoints.started(progress);
            samples.forEach(each -> each.started(progress));
            evaluations.started(progress);
            ready = true;
        } catch (RuntimeException | Error failed) { // also of memory: the lock must be given back
            try {
                ended(progress);
            } catch (RuntimeException | Error another) {
                failed.addSuppressed(another);
            }
            throw failed;
        }
    }

    @Override
    public void stepped(Progress progress) {
        metrics.stepped(progress);
        checkpoints.stepped(progress);
        samples.forEach(each -> each.stepped(progress));
        evaluations.stepped(progress);
    }

    @Override
    public void ended(Progress progress) {
        boolean wasReady = ready;
        ready = false;
        try (LockedRun locked = run) {
            try {
                if (metricsOpen) {
                    metricsOpen = false;
                    metrics.ended(progress);
                }
            } finally {
                samples.forEach(each -> each.ended(progress));
                evaluations.ended(progress);
                locked.discardIfUnstarted();
                if (wasReady) {
                    card.accept(progress.step());
                }
            }
        }
    }
}
