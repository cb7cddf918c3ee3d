package org.gan4j.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.Player;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.Trainer;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.diagnosis.FirstNonFinite;

/**
 * The only trainer. It traces one step of the game as a graph, has the session compile it, and runs it once per step.
 * Each phase has its own game. All state is in the session's variables and the number of the step.
 */
public final class GameTrainer implements Trainer {
    private final Session session;

    /** Creates a trainer whose variables live in the session. */
    public GameTrainer(Session session) {
        this.session = session;
    }

    @Override
    public TrainingResult train(TrainingRequest training) {
        try (Programs programs = new Programs(training)) {
            // compiled first, so all variables exist when the listeners start
            programs.at(training.from());
            createVariablesOfOtherPhases(training);
            try (ListenerChain listeners = new ListenerChain(training.listeners(), training.from(), training.to())) {
                Map<String, Double> metrics = Map.of();
                int step = training.from();
                for (boolean stopped = false; step < training.to() && !stopped; ) {
                    metrics = programs.run(step++, listeners::diagnosed);
                    stopped = training.stop().getAsBoolean();
                    listeners.stepped(step, stopped ? step : training.to(), metrics);
                }
                return new TrainingResult(step, metrics);
            }
        }
    }

    /** Creates the variables of all other phases, since checkpoints hold them too. */
    private void createVariablesOfOtherPhases(TrainingRequest training) {
        for (Phase phase : training.phaseSchedule().phases()) {
            if (phase != training.phaseSchedule().at(training.from())) {
                for (Player player : phase.game().players()) {
                    player.variables().forEach(session::get);
                }
                phase.game().state().forEach(session::get);
            }
        }
    }

    @Override
    public Explanation explain(TrainingRequest training) {
        try (Programs programs = new Programs(training)) {
            Program program = programs.at(training.from()).program;
            Map<Variable, TensorData> before = new LinkedHashMap<>();
            session.variables().forEach(variable -> before.put(variable, session.get(variable)));
            try {
                for (int i = training.from(); i < training.to(); i++) {
                    programs.run(training.from(), failure -> {});
                }
                return program.explain();
            } finally {
                before.forEach(session::set);
            }
        }
    }

    /** The compiled steps of a phase: more than one only if some terms are not due at every step. */
    private final class Programs implements AutoCloseable {
        private record Compiled(Graph graph, Program program, Set<String> inputs) {}

        private final TrainingRequest training;
        private final Map<Set<Integer>, Compiled> compiled = new HashMap<>();
        private Phase phase;
        private StepGraph stepGraph;

        private Programs(TrainingRequest training) {
            this.training = training;
        }

        private Compiled at(int step) {
            enter(training.phaseSchedule().at(step));
            if (compiled.isEmpty()) {
                Graph first = stepGraph.graph(step); // also determines the periods
                compiled.put(stepGraph.due(step), compiled(first));
            }
            return compiled.computeIfAbsent(stepGraph.due(step), due -> compiled(stepGraph.graph(step)));
        }

        private void enter(Phase next) {
            if (next != phase) {
                close();
                compiled.clear();
                phase = next;
                stepGraph = new StepGraph(next.game(), next.batchSize().orElse(training.batchSize()), training.seed());
            }
        }

        private Compiled compiled(Graph graph) {
            return new Compiled(graph, session.compile(graph), graph.inputs());
        }

        private Map<String, Double> run(int step, Consumer<Diagnosis> listener) {
            Compiled at = at(step);
            Map<String, TensorData> feeds = feeds(step, at.inputs);
            RunResult result = at.program.run(feeds);
            if (result.nonFinite().isPresent()) {
                NonFiniteException failure = failure(step, result.nonFinite().get(), at.graph, feeds);
                listener.accept(failure.diagnosis());
                throw failure;
            }
            Map<String, Double> metrics = new LinkedHashMap<>();
            stepGraph
                    .metrics(result.outputs().keySet())
                    .forEach((output, metric) ->
                            metrics.put(metric, result.get(output).item()));
            return metrics;
        }

        private NonFiniteException failure(
                int step, RunResult.NonFinite bad, Graph graph, Map<String, TensorData> feeds) {
            String cause =
                    FirstNonFinite.of(session, graph, bad.output(), feeds).orElse("");
            Player player = stepGraph.playerOf(bad.output());
            return new NonFiniteException(
                    step + 1, player.name(), stepGraph.metricOf(bad.output()), bad.value(), cause);
        }

        private Map<String, TensorData> feeds(int step, Set<String> wanted) {
            Map<String, TensorData> shared = new HashMap<>();
            shared.put(TrainingUpdate.STEP, TensorData.scalar(step));
            long first = training.phaseSchedule().batchesBefore(step);
            for (int batch = 0; batch < phase.game().batchesPerStep(); batch++) {
                Map<String, TensorData> read = training.batches().batch(first + batch);
                for (var field : phase.prepared().apply(read).entrySet()) {
                    shared.put(TrainingUpdate.input(batch, field.getKey()), field.getValue());
                }
            }
            Map<String, TensorData> feeds = new HashMap<>(shared);
            for (Player player : phase.game().players()) {
                shared.forEach((name, value) -> feeds.put(BatchPart.input(name, player.name()), value));
            }
            feeds.keySet().retainAll(wanted);
            return feeds;
        }

        @Override
        public void close() {
            compiled.values().forEach(at -> at.program.close());
        }
    }
}
