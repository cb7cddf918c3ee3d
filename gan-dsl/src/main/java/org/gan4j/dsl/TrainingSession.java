package org.gan4j.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Phase;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.FailedPartException;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.Trainer;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.data.PartitionBatches;
import org.gan4j.data.ReadAhead;
import org.gan4j.data.transforms.TransformedBatches;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.plugin.TrainingFailure;
import org.gan4j.dsl.run.ActiveFailureException;
import org.gan4j.dsl.run.GuardedListener;
import org.gan4j.dsl.run.RollBack;
import org.gan4j.dsl.run.RunData;
import org.gan4j.dsl.run.RunDiagnoses;
import org.gan4j.dsl.run.RunEvaluations;
import org.gan4j.dsl.run.RunFiles;
import org.gan4j.dsl.run.RunWriter;
import org.gan4j.dsl.run.TrainingRequests;
import org.gan4j.dsl.spec.Checks;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.io.StorageException;
import org.gan4j.training.HistoryRecorder;
import org.gan4j.training.PhaseBatches;
import org.gan4j.training.StoredCheckpoint;

/** The training state of one GAN. {@link Gan} holds its lock while it calls this class. */
final class TrainingSession {
    private static final TrainingRequests.Files NO_FILES = new TrainingRequests.Files() {
        @Override
        public void save(int step) {}

        @Override
        public void sample(int step) {}
    };

    private final GanSpec spec;
    private DataSchema schema;
    private final RunData data;
    private final Session session;
    private Plan plan;
    private final Function<DataSchema, Plan> again;
    private final Trainer trainer;
    private final Optional<StoredCheckpoint> restored;
    private final Optional<RunFiles> files;
    private final RunDiagnoses diagnoses;
    private final Optional<RollBack> rollBack;
    private final TrainingRequests requests = new TrainingRequests();
    private volatile int steps;
    private volatile boolean stopRequested;
    private boolean running;
    private NonFiniteException stopped;

    TrainingSession(
            GanSpec spec,
            DataSchema schema,
            RunData data,
            Engine engine,
            Session session,
            Plan plan,
            Function<DataSchema, Plan> again,
            Trainer trainer,
            Optional<StoredCheckpoint> restored,
            RunEvaluations.Evaluating evaluating,
            RunDiagnoses.Sampling sampling) {
        this.spec = GuardedListener.all(spec);
        this.schema = schema;
        this.data = data;
        this.session = session;
        this.plan = plan;
        this.again = again;
        this.trainer = trainer;
        this.restored = restored;
        this.steps = restored.map(StoredCheckpoint::step).orElse(0);
        GanSpec decided = this.spec.with(GanSpec.ENGINE, Optional.of(engine.name()));
        this.files = spec.runDirectory()
                .map(directory -> new RunFiles(
                        directory,
                        decided,
                        schema,
                        data,
                        session,
                        new RunEvaluations(decided, evaluating, this::stop),
                        requests::pausedNanos));
        this.diagnoses = new RunDiagnoses(this.spec, data, sampling, this::stop);
        this.rollBack = spec.rollsBack() ? spec.runDirectory().map(RollBack::new) : Optional.empty();
        restored.ifPresent(existing -> files.ifPresent(RunFiles::markExisting));
    }

    int steps() {
        return steps;
    }

    TrainingResult train(TrainingLength length) {
        requireTrainable();
        requireWhole();
        Checks.training(spec);
        running = true;
        requests.begin();
        TrainingInterruption interruption = new TrainingInterruption();
        try (interruption) {
            interruption.take();
            files.ifPresent(RunFiles::requireUnchanged);
            Dataset dataset = data.open();
            requireSameSchema(dataset);
            learn(dataset);
            Phase phase = plan.phaseSchedule().at(steps);
            int batches = phase.game().batchesPerStep();
            int until = until(length.steps(dataset.size(), phase.batchSize().orElse(spec.batchSize()), batches));
            stopRequested = false;
            restored.ifPresent(checkpoint -> checkpoint.restoreAll(session));
            HistoryRecorder recorder = new HistoryRecorder();
            while (true) {
                try {
                    return train(dataset, until, recorder, interruption).with(recorder.history());
                } catch (NonFiniteException failed) {
                    if (!wentBack(failed.diagnosis())) {
                        throw failed;
                    }
                } catch (ActiveFailureException failed) {
                    if (!wentBack(failed.failure())) {
                        return new TrainingResult(steps, Map.of(), recorder.history());
                    }
                }
            }
        } catch (NonFiniteException failed) {
            stopped = failed;
            throw failed;
        } catch (FailedPartException | StorageException named) {
            throw named;
        } catch (RuntimeException | LinkageError failed) {
            Optional<FailedPartException> plugin = TrainingFailure.ofPlugin(TrainingSession.class, steps + 1, failed);
            if (plugin.isPresent()) {
                throw plugin.get();
            }
            throw failed;
        } finally {
            running = false;
            requests.end();
        }
    }

    /** Trains from the current step, until a failure that training goes back before. */
    private TrainingResult train(
            Dataset dataset, int until, HistoryRecorder recorder, TrainingInterruption interruption) {
        int ahead = 2 * plan.phaseSchedule().at(steps).game().batchesPerStep();
        try (BatchSource batches = interruption.patient(new ReadAhead(batches(dataset), ahead))) {
            return trainer.train(new TrainingRequest(
                    plan.phaseSchedule(),
                    batches,
                    spec.batchSize(),
                    spec.seed(),
                    steps,
                    until,
                    () -> interruption.take() || stopRequested,
                    listeners(until, recorder, interruption)));
        }
    }

    /** Goes back to a checkpoint before a failure, and returns whether training continues from there. */
    private boolean wentBack(Diagnosis failure) {
        Optional<RollBack.Return> back = rollBack.flatMap(each -> each.before(failure, steps, session));
        back.ifPresent(done -> {
            steps = done.step();
            files.orElseThrow().wentBack(done.sentence());
        });
        return back.isPresent();
    }

    Explanation explain(int repetitions) {
        return explain(steps, repetitions);
    }

    /** Explains a step of a phase, by the index of the phase. */
    Explanation explainPhase(int phase, int repetitions) {
        List<Integer> lengths = plan.phaseSchedule().lengths().values().stream().toList();
        return explain(
                lengths.subList(0, phase).stream().mapToInt(length -> length).sum(), repetitions);
    }

    private Explanation explain(int step, int repetitions) {
        requireWhole();
        Dataset dataset = data.open();
        learn(dataset);
        BatchSource batches = batches(dataset);
        restored.ifPresent(checkpoint -> checkpoint.restoreAll(session));
        return trainer.explain(new TrainingRequest(
                plan.phaseSchedule(),
                batches,
                spec.batchSize(),
                spec.seed(),
                step,
                step + repetitions,
                () -> false,
                List.of()));
    }

    void stop() {
        stopRequested = true;
        requests.stop();
    }

    TrainingControls controls() {
        return new TrainingControls(requests, this::stop);
    }

    private BatchSource batches(Dataset dataset) {
        BatchSource shuffled = new PhaseBatches(
                plan.phaseSchedule(),
                spec.batchSize(),
                batchSize -> new PartitionBatches(dataset, batchSize, spec.seed()));
        return spec.transforms().isEmpty()
                ? shuffled
                : new TransformedBatches(shuffled, dataset.transformed(), spec.transforms(), spec.seed());
    }

    private int until(int more) {
        try {
            return Math.addExact(steps, more);
        } catch (ArithmeticException tooMany) {
            throw new IllegalArgumentException(
                    "cannot train " + more + " steps after step " + steps + ": the total must be at most "
                            + Integer.MAX_VALUE,
                    tooMany);
        }
    }

    private void requireTrainable() {
        if (running) {
            throw new IllegalStateException(
                    "this GAN is being trained: train it again after this training has ended, not from a listener");
        }
        if (stopped != null) {
            throw new IllegalStateException(
                    "this GAN cannot be trained further: " + stopped.getMessage()
                            + " Load its last checkpoint with Gan.load",
                    stopped);
        }
    }

    boolean isWhole() {
        return restored.isEmpty() || restored.get().absent(plan.networks()).isEmpty();
    }

    private void requireWhole() {
        if (!isWhole()) {
            throw new IllegalStateException(
                    "this GAN is pretrained, and its generator alone is included, without the"
                            + " critic and the state of the optimizers: train a GAN of your own, which may begin with it (from)");
        }
    }

    private List<TrainingListener> listeners(int until, HistoryRecorder recorder, TrainingInterruption interruption) {
        List<TrainingListener> listeners = new ArrayList<>();
        listeners.add(interruption.listener());
        listeners.add(new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                steps = progress.step();
            }
        });
        listeners.add(recorder);
        Optional<RunWriter> writer = files.map(run -> run.writer(plan, until));
        writer.ifPresent(listeners::add);
        listeners.add(diagnoses.listener(plan)); // after the files: it reads the metrics of a resumed run
        listeners.addAll(spec.listeners());
        listeners.add(requests.listener(
                writer.<TrainingRequests.Files>map(each -> each).orElse(NO_FILES)));
        return listeners;
    }

    /** Plans again if the data have captions that the schema lacks, since a run does not record them. */
    private void learn(Dataset dataset) {
        if (!schema.captions().equals(dataset.captions())) {
            schema = new DataSchema(
                    schema.fields(),
                    schema.classes(),
                    dataset.captions(),
                    dataset.scales(),
                    dataset.table(),
                    schema.tags());
            plan = again.apply(schema);
        }
    }

    private void requireSameSchema(Dataset dataset) {
        for (Field field : schema.fields()) {
            Field now = dataset.field(field.name());
            if (!now.equals(field)) {
                throw new IllegalArgumentException("the networks were built for samples whose " + field.name() + " is "
                        + field.shape() + ", but in the data " + ComponentText.of(spec.data()) + " it is now "
                        + now.shape() + ": restore the data that the run started with");
            }
        }
        if (!schema.tags().equals(dataset.tags())) {
            throw new IllegalArgumentException("the networks were built for the tags " + schema.tags()
                    + ", but those of the data " + ComponentText.of(spec.data()) + " are now " + dataset.tags()
                    + ": restore the data that the run started with, or train a new run");
        }
        if (schema.table().isPresent() && !schema.table().equals(dataset.table())) {
            throw new IllegalArgumentException("the columns of the table " + ComponentText.of(spec.data())
                    + " hold other values now, which the networks would take for those that they learned: restore the data"
                    + " that the run started with, or train a new run");
        }
    }
}
