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
 * lock, the settings, the model card, the metrics cut back to the checkpoint, the first checkpoint. After each step: its
 * line of metrics, then its checkpoint, for which the metrics are made durable first, then samples and evaluations; if these fail or are
 * interrupted, the weights are safe, and the resumed run makes them up. The report and the model card show what is there;
 * the lock is given back last.
 */
public final class RunWriter implements TrainingListener, TrainingRequests.Files {
    private static final Logger LOG = LoggerFactory.getLogger(RunWriter.class);

    private final IntFunction<LockedRun> opening;
    private final IntConsumer settings;
    private final MetricsLog metrics;
    private final CheckpointWriter checkpoints;
    private final List<SamplePreviews> samples;
    private final TrainingListener evaluations;
    private final TrainingListener report;
    private final IntConsumer card;
    private LockedRun run;
    private boolean metricsOpen;
    private boolean ready;

    /**
     * @param opening locks the folder of a run that starts after a step
     * @param settings writes the settings of a run that starts after a step
     * @param checkpoints writes checkpoints, before each of which it makes the metrics durable
     * @param report writes the page of the run
     * @param card writes the model card after a step
     */
    RunWriter(
            IntFunction<LockedRun> opening,
            IntConsumer settings,
            MetricsLog metrics,
            CheckpointWriter checkpoints,
            List<SamplePreviews> samples,
            TrainingListener evaluations,
            TrainingListener report,
            IntConsumer card) {
        this.opening = opening;
        this.settings = settings;
        this.metrics = metrics;
        this.checkpoints = checkpoints;
        this.samples = List.copyOf(samples);
        this.evaluations = evaluations;
        this.report = report;
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
            report.started(progress);
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
        report.stepped(progress);
    }

    @Override
    public void save(int step) {
        checkpoints.save(step);
    }

    @Override
    public void sample(int step) {
        samples.forEach(each -> each.sample(step));
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
                if (wasReady) {
                    report.ended(progress);
                    card.accept(progress.step());
                }
                locked.discardIfUnstarted();
            }
        }
    }
}
