package org.gan4j.dsl.run;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.training.EarlyStopping;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.metrics.Evaluation;
import org.gan4j.training.RunDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The evaluations of one GAN during training: every n steps and after the last planned one. Those every n steps decide
 * about early stopping; the last one does not, so that a run in parts stops where a whole one does. A resumed run
 * evaluates what it repeats, and what was interrupted.
 */
public final class RunEvaluations {
    private static final Logger LOG = LoggerFactory.getLogger(RunEvaluations.class);

    private final GanSpec spec;
    private final Evaluating evaluating;
    private final Runnable stop;

    /** A way to evaluate the current weights. */
    @FunctionalInterface
    public interface Evaluating {
        /**
         * Evaluates samples.
         *
         * @param steps the number of completed steps
         */
        Evaluation evaluate(SampleRequest request, int steps);
    }

    /**
     * Creates the evaluations.
     *
     * @param spec how often and what is evaluated, and the listeners that are notified
     * @param stop ends training after its next step
     */
    public RunEvaluations(GanSpec spec, Evaluating evaluating, Runnable stop) {
        this.spec = spec;
        this.evaluating = evaluating;
        this.stop = stop;
    }

    /**
     * Returns the listener that evaluates; it does nothing if evaluate-every is 0.
     *
     * @param until the last planned step
     * @param keep keeps the checkpoint of a step, and returns whether the step has one
     */
    TrainingListener listener(RunDirectory run, int until, IntPredicate keep) {
        return spec.evaluateEvery() > 0
                ? new Writer(new EvaluationLog(run.evaluations()), run, until, keep)
                : new TrainingListener() {};
    }

    private final class Writer implements TrainingListener {
        private final EvaluationLog log;
        private final RunDirectory run;
        private final int until;
        private final IntPredicate keep;
        private int missing = -1;

        private Writer(EvaluationLog log, RunDirectory run, int until, IntPredicate keep) {
            this.log = log;
            this.run = run;
            this.until = until;
            this.keep = keep;
        }

        @Override
        public void started(Progress progress) {
            int step = progress.step();
            log.cutBackTo(step);
            boolean complete =
                    log.of(step).map(EvaluationLog.Entry::weights).toList().equals(spec.evaluatedWeights());
            if (step > 0 && step % spec.evaluateEvery() == 0 && !complete) { // interrupted after the checkpoint
                log.cutBackTo(step - 1);
                evaluate(step);
            } else {
                judge(step);
            }
        }

        @Override
        public void stepped(Progress progress) {
            int step = progress.step();
            if (step % spec.evaluateEvery() == 0 || step == until) {
                evaluate(step);
            }
        }

        private void evaluate(int step) {
            for (Weights weights : spec.evaluatedWeights()) {
                SampleRequest request = SampleRequest.of(spec.values().get(GanSpec.EVALUATE_COUNT));
                long start = System.nanoTime();
                Evaluation evaluation = evaluating.evaluate(request.weights(weights), step);
                log.appendDuringTraining(step, weights, evaluation);
                EvaluatedStep event = new EvaluatedStep(
                        step, weights, evaluation.values(), Duration.ofNanos(System.nanoTime() - start));
                spec.listeners().forEach(listener -> listener.evaluated(event));
            }
            judge(step);
        }

        /** Keeps the best checkpoint, and ends training if there was no improvement for too long. */
        private void judge(int step) {
            spec.keptBest().flatMap(rule -> rule.best(log.deciding(rule, spec))).ifPresent(best -> keep(best.step()));
            Optional<EarlyStopping> rule = spec.earlyStopping();
            if (rule.isEmpty()) {
                return;
            }
            SortedMap<Integer, Double> values = log.deciding(rule.get().checkpoint(), spec);
            // a run that ended early, and is resumed nevertheless, has passed the evaluation that ended it
            if (rule.get().isOver(values) && values.lastKey() == step) {
                stop.run();
            }
        }

        private void keep(int best) {
            if (!keep.test(best) && missing != best) {
                missing = best;
                LOG.warn(
                        "the best step so far, {}, has no checkpoint any more, so none is kept for it: {} is missing",
                        best,
                        run.checkpoint(best));
            }
        }
    }
}
