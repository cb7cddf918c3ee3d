package org.gan4j.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gan4j.api.NonFiniteException;
import org.gan4j.api.Phase;
import org.gan4j.api.Player;
import org.gan4j.api.Trainer;
import org.gan4j.api.Training;
import org.gan4j.api.TrainingResult;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;

/**
 * The one trainer: it writes a round of the game down, lets the session compile it, and replays it; in the next phase,
 * those of the next game. All state is in the session's variables and the number of the round.
 */
public final class GameTrainer implements Trainer {
    private final Session session;

    public GameTrainer(Session session) {
        this.session = session;
    }

    @Override
    public TrainingResult train(Training training) {
        try (Programs programs = new Programs(training)) {
            // compiled before listeners see the variables, so that all of them exist
            programs.at(training.from());
            beginOtherPhases(training);
            try (Audience audience = new Audience(training.listeners(), training.from(), training.to())) {
                Map<String, Double> metrics = Map.of();
                int step = training.from();
                for (boolean stopped = false; step < training.to() && !stopped; ) {
                    metrics = programs.run(step++);
                    stopped = training.stop().getAsBoolean();
                    audience.stepped(step, stopped ? step : training.to(), metrics);
                }
                return new TrainingResult(step, metrics);
            }
        }
    }

    /** Networks whose phase is still to come are in checkpoints too. */
    private void beginOtherPhases(Training training) {
        for (Phase phase : training.timeline().phases()) {
            if (phase != training.timeline().at(training.from())) {
                for (Player player : phase.game().players()) {
                    player.parameters().forEach(session::get);
                    player.state().forEach(session::get);
                }
            }
        }
    }

    /**
     * Runs the first of these rounds over and over, as often as there are rounds, and tells what it consists of. The
     * variables are afterwards as they were; no listener hears of it.
     */
    public Explanation explain(Training training) {
        try (Programs programs = new Programs(training)) {
            Program program = programs.at(training.from()).program;
            Map<Variable, TensorData> before = new LinkedHashMap<>();
            session.variables().forEach(variable -> before.put(variable, session.get(variable)));
            try {
                for (int i = training.from(); i < training.to(); i++) {
                    programs.run(training.from());
                }
                return program.explain();
            } finally {
                before.forEach(session::set);
            }
        }
    }

    /** The compiled rounds of a phase: more than one only if some terms are not due in each round. */
    private final class Programs implements AutoCloseable {
        private record Compiled(Program program, Set<String> inputs) {}

        private final Training training;
        private final Map<Set<Integer>, Compiled> compiled = new HashMap<>();
        private Phase phase;
        private Round round;

        private Programs(Training training) {
            this.training = training;
        }

        private Compiled at(int step) {
            enter(training.timeline().at(step));
            if (compiled.isEmpty()) {
                Graph first = round.graph(step); // which also tells the periods
                compiled.put(round.due(step), compiled(first));
            }
            return compiled.computeIfAbsent(round.due(step), due -> compiled(round.graph(step)));
        }

        private void enter(Phase next) {
            if (next != phase) {
                close();
                compiled.clear();
                phase = next;
                round = new Round(next.game(), training.batchSize(), training.seed());
            }
        }

        private Compiled compiled(Graph graph) {
            return new Compiled(session.compile(graph), graph.inputs());
        }

        private Map<String, Double> run(int step) {
            Compiled at = at(step);
            RunResult result = at.program.run(feeds(step, at.inputs));
            result.nonFinite().ifPresent(bad -> {
                String what = bad.output().substring(0, bad.output().indexOf('@'));
                throw new NonFiniteException(step + 1, round.mover(bad.stage()).name(), what, bad.value());
            });
            Map<String, Double> metrics = new LinkedHashMap<>();
            round.metrics(result.outputs().keySet())
                    .forEach((output, metric) ->
                            metrics.put(metric, result.get(output).item()));
            return metrics;
        }

        private Map<String, TensorData> feeds(int step, Set<String> wanted) {
            Map<String, TensorData> feeds = new HashMap<>();
            feeds.put(TracedMove.ROUND, TensorData.scalar(step));
            long first = training.timeline().batchesBefore(step);
            for (int batch = 0; batch < phase.game().batchesPerRound(); batch++) {
                for (var field : training.batches().batch(first + batch).entrySet()) {
                    feeds.put(TracedMove.input(batch, field.getKey()), field.getValue());
                }
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
