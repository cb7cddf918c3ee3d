package org.gan4j.dsl.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.application.Plan;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.Player;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.TensorData;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.diagnosis.Diagnoser;
import org.gan4j.training.diagnosis.DiagnosisEvent;
import org.gan4j.training.diagnosis.DiagnosisEvent.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The diagnoses of one GAN during training. It looks at the metrics of each step, and every n steps at samples. A resumed
 * run takes its state from metrics.jsonl and events.jsonl, and looks again at the samples of the step that it resumes
 * from, so it ends with the same events as one that was not interrupted.
 */
public final class RunDiagnoses {
    private static final Logger LOG = LoggerFactory.getLogger(RunDiagnoses.class);

    private final GanSpec spec;
    private final RunData data;
    private final Sampling sampling;
    private final Runnable stop;
    private Diagnoser diagnoser = Diagnoser.standard();
    private List<DiagnosisEvent> events = new ArrayList<>();
    private Optional<FewSamples> compared;

    /** A way to generate samples with the current weights, by random streams of their own. */
    @FunctionalInterface
    public interface Sampling {
        /** Returns this many samples. */
        TensorData samples(int count);
    }

    /**
     * Creates the diagnoses.
     *
     * @param spec how often samples are looked at, what follows, and the listeners that are notified
     * @param stop ends training after its next step
     */
    public RunDiagnoses(GanSpec spec, RunData data, Sampling sampling, Runnable stop) {
        this.spec = spec;
        this.data = data;
        this.sampling = sampling;
        this.stop = stop;
    }

    /** Returns the listener of one training, which must follow the one that cuts back metrics.jsonl. */
    public TrainingListener listener(Plan plan) {
        return new Watch(plan);
    }

    private final class Watch implements TrainingListener {
        private final Plan plan;

        private Watch(Plan plan) {
            this.plan = plan;
        }

        @Override
        public void started(Progress progress) {
            Optional<EventLog> log = log();
            if (log.isEmpty()) {
                return; // without files, the state is that of the earlier training of this GAN
            }
            int step = progress.step();
            List<DiagnosisEvent> before = log.get().read();
            if (spec.diagnoseEvery() == 0) {
                events = new ArrayList<>(before);
                events.removeIf(event -> event.step() > step);
                if (!events.equals(before)) {
                    log.get().write(events);
                }
                return;
            }
            diagnoser = Diagnoser.standard();
            events = new ArrayList<>();
            StoredMetrics.each(run().metrics(), step, each -> events.addAll(ofMetrics(each)));
            before.stream()
                    .filter(event -> event.source() == Source.SAMPLES)
                    .filter(event -> event.step() < step || event.step() == step && !isDue(step))
                    .forEach(event -> {
                        diagnoser.restore(event);
                        events.add(event);
                    });
            events.sort(Comparator.comparingInt(DiagnosisEvent::step).thenComparing(DiagnosisEvent::source));
            if (isDue(step)) { // the samples of this step may have been missed by the interruption
                events.addAll(ofSamples(step));
            }
            if (!events.equals(before)) {
                log.get().write(events);
            }
            events.stream()
                    .filter(event -> event.step() == step && !before.contains(event))
                    .forEach(this::tell);
            requireHealthy(); // the run may have been interrupted between a failure and the return to a checkpoint
        }

        /** Ends the training of a run that rolls back if there is a failure. */
        private void requireHealthy() {
            if (spec.rollsBack()) {
                active().stream().min(Comparator.comparingInt(Diagnosis::step)).ifPresent(failure -> {
                    throw new ActiveFailureException(failure);
                });
            }
        }

        /** Returns the failures that have begun and are not over. */
        private Collection<Diagnosis> active() {
            Map<List<Object>, Diagnosis> active = new LinkedHashMap<>();
            for (DiagnosisEvent event : events) {
                List<Object> failure = List.of(event.kind(), event.player(), event.source());
                event.diagnosis().ifPresentOrElse(begun -> active.put(failure, begun), () -> active.remove(failure));
            }
            return active.values();
        }

        @Override
        public void stepped(Progress progress) {
            if (spec.diagnoseEvery() == 0) {
                return;
            }
            List<DiagnosisEvent> found = new ArrayList<>(ofMetrics(progress));
            if (isDue(progress.step())) {
                found.addAll(ofSamples(progress.step()));
            }
            add(found);
            found.forEach(this::tell);
            if (!found.isEmpty()) {
                requireHealthy();
            }
        }

        @Override
        public void diagnosed(Diagnosis diagnosis) {
            add(List.of(DiagnosisEvent.of(diagnosis, Source.STEP)));
        }

        private void add(List<DiagnosisEvent> found) {
            if (!found.isEmpty()) {
                events.addAll(found);
                log().ifPresent(log -> log.write(events));
            }
        }

        private void tell(DiagnosisEvent event) {
            event.diagnosis().ifPresent(diagnosis -> {
                spec.listeners().forEach(listener -> listener.diagnosed(diagnosis));
                if (spec.stopsOnDiagnosis()) {
                    stop.run();
                }
            });
        }

        private boolean isDue(int step) {
            return step > 0 && step % spec.diagnoseEvery() == 0 && plan.has(LatentSampler.class);
        }

        private List<DiagnosisEvent> ofMetrics(Progress progress) {
            return diagnoser.stepped(progress.step(), phase(progress.step()).name(), progress.metrics());
        }

        private List<DiagnosisEvent> ofSamples(int step) {
            if (compared == null) {
                compared = FewSamples.of(data.open());
            }
            List<Player> players = phase(step).game().players();
            String last = players.get(players.size() - 1).name();
            return compared.flatMap(few -> few.compare(sampling.samples(FewSamples.SAMPLES)))
                    .map(distances -> {
                        LOG.debug("step {}: {}", step, distances);
                        return diagnoser.sampled(step, last, distances);
                    })
                    .orElse(List.of());
        }

        private Phase phase(int step) {
            return plan.phaseSchedule().at(step - 1);
        }

        private RunDirectory run() {
            return new RunDirectory(spec.runDirectory().orElseThrow());
        }

        private Optional<EventLog> log() {
            return spec.runDirectory().map(folder -> new EventLog(new RunDirectory(folder).events()));
        }
    }
}
