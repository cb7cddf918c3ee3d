package org.gan4j.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.data.ReadAhead;
import org.gan4j.data.ShuffledBatches;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.GameTrainer;

/**
 * Gan4J's side: the trainer with read-ahead batches, like {@code Gan.train} but without writing files. It trains on a
 * thread of its own and waits after each step until the next one is requested; the wait is not timed.
 */
final class Gan4jSide implements Contestant {
    private final Session session;
    private final GameTrainer trainer;
    private final Plan plan;
    private final Dataset dataset;
    private final int batchSize;
    private final Thread thread = new Thread(this::train, "gan4j-training");
    private final SynchronousQueue<Boolean> goOn = new SynchronousQueue<>();
    private final SynchronousQueue<Object> done = new SynchronousQueue<>();
    private boolean stopped;

    Gan4jSide(Case measured, Dataset dataset) {
        this.dataset = dataset;
        this.batchSize = measured.batchSize();
        this.plan = measured.plan(DataSchema.of(dataset));
        this.session = Engines.preferred().open();
        this.trainer = new GameTrainer(session);
        thread.setDaemon(true);
    }

    Plan plan() {
        return plan;
    }

    /** Returns the parts of a step and the cost of each. May be called only before the first step. */
    Explanation explain(int steps) {
        return trainer.explain(training(batches(), steps, List.of()));
    }

    @Override
    public Step step() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        put(goOn, true);
        Object result = take(done);
        if (result instanceof Step step) {
            return step;
        }
        throw new IllegalStateException("training stopped in Gan4J", (Throwable) result);
    }

    private void train() {
        int batches = plan.phaseSchedule().at(0).game().batchesPerStep();
        try (BatchSource ahead = new ReadAhead(batches(), 2 * batches)) {
            trainer.train(training(ahead, Integer.MAX_VALUE, List.of(new Turnstile())));
        } catch (RuntimeException | Error failed) {
            put(done, failed);
        }
    }

    private BatchSource batches() {
        return new ShuffledBatches(dataset, batchSize, Case.SEED);
    }

    private TrainingRequest training(BatchSource batches, int until, List<TrainingListener> listeners) {
        return new TrainingRequest(
                plan.phaseSchedule(), batches, batchSize, Case.SEED, 0, until, () -> stopped, listeners);
    }

    /** The listener that lets one step through at a time. */
    private final class Turnstile implements TrainingListener {
        private static final Set<String> LOSSES = Set.of("loss.critic", "loss.generator");

        private long began;

        @Override
        public void started(Progress progress) {
            await();
        }

        @Override
        public void stepped(Progress progress) {
            long took = System.nanoTime() - began;
            if (stopped) {
                return; // nobody requested this step
            }
            Map<String, Double> losses = new HashMap<>(progress.metrics());
            losses.keySet().retainAll(LOSSES);
            put(done, new Step(took, losses));
            await();
        }

        private void await() {
            stopped = !take(goOn);
            began = System.nanoTime();
        }
    }

    private static <T> void put(SynchronousQueue<T> queue, T value) {
        try {
            queue.put(value);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted between two steps", interrupted);
        }
    }

    private static <T> T take(SynchronousQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted between two steps", interrupted);
        }
    }

    @Override
    public void close() {
        if (thread.isAlive()) {
            put(goOn, false);
            join();
        }
        session.close();
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
