package org.gan4j.cli.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.cli.study.CellResult.Outcome;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.run.EvaluationLog;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.RunLock;
import org.gan4j.training.RunLockedException;
import org.gan4j.training.UnstartedRun;

/**
 * Trains one cell, from its latest checkpoint if it was interrupted.
 *
 * @param folder the folder of the run
 * @param spec what is trained, with the seed of the cell
 * @param until the last step
 * @param time the time after which training stops
 */
record CellRun(Path folder, GanSpec spec, int until, Optional<Duration> time, StudyConsole console) {
    /** Trains, and keeps the result. Returns nothing if training was interrupted. */
    Optional<CellResult> run() {
        RunDirectory run = new RunDirectory(folder);
        boolean resumed = !run.allCheckpoints().isEmpty();
        if (!resumed) {
            deleteRemains(run);
        }
        CellClock clock = new CellClock(folder, time, System::nanoTime);
        Optional<CellResult> result;
        try {
            result = train(run, resumed, clock);
        } catch (NonFiniteException diverged) {
            result = Optional.of(new CellResult(
                    Outcome.DIVERGED, diverged.step() - 1, clock.seconds(), clock.steps(), diverged.getMessage()));
        } catch (RunLockedException busy) { // by another study, say, which says nothing about this cell
            throw busy;
        } catch (IllegalArgumentException | IllegalStateException failed) {
            result =
                    Optional.of(new CellResult(Outcome.FAILED, 0, clock.seconds(), clock.steps(), failed.getMessage()));
        }
        result.ifPresent(ended -> ended.write(folder));
        return result;
    }

    private Optional<CellResult> train(RunDirectory run, boolean resumed, CellClock clock) {
        List<TrainingListener> listeners = new ArrayList<>(console.progress());
        listeners.add(clock);
        listeners.add(new Keeping(run, clock));
        TrainingListener[] all = listeners.toArray(TrainingListener[]::new);
        try (Gan gan =
                resumed ? Gan.load(folder, all) : Gan.of(spec.into(folder).listening(all))) {
            clock.stopping(gan::stop);
            if (gan.steps() < until && !clock.isOver()) {
                try (StudyConsole.Interruption waiting = console.interruption(gan, run)) {
                    gan.train(TrainingLength.steps(until - gan.steps()));
                }
            }
            Optional<Outcome> outcome = outcome(gan, run, clock);
            if (outcome.equals(Optional.of(Outcome.FINISHED))) {
                evaluateLast(gan, run);
            }
            return outcome.map(ended -> new CellResult(ended, gan.steps(), clock.seconds(), clock.steps(), ""));
        }
    }

    private Optional<Outcome> outcome(Gan gan, RunDirectory run, CellClock clock) {
        if (gan.steps() >= until || clock.isOver()) {
            return Optional.of(Outcome.FINISHED);
        }
        EvaluationLog log = new EvaluationLog(run.evaluations());
        return spec.earlyStopping()
                .filter(rule -> rule.isOver(log.deciding(rule.checkpoint(), spec)))
                .map(rule -> Outcome.STOPPED);
    }

    /** Evaluates the weights of the last step that training has not evaluated. */
    private void evaluateLast(Gan gan, RunDirectory run) {
        if (spec.evaluateEvery() == 0) {
            return;
        }
        EvaluationLog log = new EvaluationLog(run.evaluations());
        List<Weights> left = new ArrayList<>(spec.evaluatedWeights());
        log.entries().stream()
                .filter(entry -> entry.step() == gan.steps())
                .forEach(entry -> left.remove(entry.weights()));
        for (Weights weights : left) {
            SampleRequest request = SampleRequest.of(spec.values().get(GanSpec.EVALUATE_COUNT));
            log.appendDuringTraining(gan.steps(), weights, gan.evaluate(request.weights(weights)));
        }
    }

    /** Deletes what an interrupted start left behind: a run without a checkpoint cannot be resumed. */
    private void deleteRemains(RunDirectory run) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (RunLock held = RunLock.acquire(run)) {
            new UnstartedRun(run).clear();
        }
    }

    /** Keeps the time of each checkpoint. */
    private record Keeping(RunDirectory run, CellClock clock) implements TrainingListener {
        @Override
        public void stepped(Progress progress) {
            if (Files.exists(run.checkpoint(progress.step()))) {
                clock.keep();
            }
        }
    }
}
