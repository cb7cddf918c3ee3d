package org.gan4j.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gan4j.api.game.Evaluation;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.PlayerUpdate;
import org.gan4j.api.game.Turn;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Stage;

/**
 * A step of a game traced as a graph. An update evaluates the player's objective, computes its gradients with respect
 * to the player's parameters, and assigns the optimizer's new values. Each turn of the players' coordination is a stage,
 * whose assignments take effect at its end.
 */
final class StepGraph {
    private final Game game;
    private final int batchSize;
    private final long seed;
    private final Map<String, Measured> measured = new LinkedHashMap<>();
    private final Set<Integer> periods = new TreeSet<>();

    /** The metric that an output of the graph holds. */
    private record Measured(Player player, boolean last, String metric) {}

    StepGraph(Game game, int batchSize, long seed) {
        this.game = game;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** Returns the graph of a step, with the terms that are due. */
    Graph graph(int step) {
        Map<String, Integer> made = new HashMap<>();
        List<Stage> stages = new ArrayList<>();
        Evaluations evaluations = new Evaluations();
        for (Turn turn : game.coordination()
                .turns(game.players(), (player, batch, at) -> evaluations.mean(parts(player, batch, at, step)))) {
            stages.addAll(evaluations.stages(turn));
            Stage stage = Stage.named(name(turn, made));
            for (PlayerUpdate update : turn.updates()) {
                int number = made.merge(update.player().name(), 1, Integer::sum) - 1;
                stage = extended(stage, update, number, evaluations);
            }
            stages.add(stage.assign(turn.state()));
        }
        return new Graph(stages);
    }

    /** Returns the name of a turn's stage: that of its only update, or those of its players. */
    private static String name(Turn turn, Map<String, Integer> made) {
        List<String> players =
                turn.updates().stream().map(update -> update.player().name()).toList();
        return players.size() == 1
                ? updateName(players.get(0), made.getOrDefault(players.get(0), 0))
                : String.join("+", players);
    }

    /** Returns the periods that divide the step; equal sets mean equal graphs. Valid once a graph was traced. */
    Set<Integer> due(int step) {
        Set<Integer> due = new HashSet<>(periods);
        due.removeIf(period -> step % period != 0);
        return due;
    }

    /** Returns the player whose update computes an output. */
    Player playerOf(String output) {
        return measured.get(output).player();
    }

    /** Returns the metric that an output holds. */
    String metricOf(String output) {
        return measured.get(output).metric();
    }

    static String updateName(String player, int update) {
        return player + "#" + update;
    }

    /** Returns the output name of a metric of a player's update. */
    private String output(Player player, int update, String metric) {
        String name = metric + "@" + updateName(player.name(), update);
        measured.put(name, new Measured(player, update == player.updates() - 1, metric));
        return name;
    }

    /** Returns the metrics of each player's last update, by output name. */
    Map<String, String> metrics(Set<String> outputs) {
        Map<String, String> metrics = new LinkedHashMap<>();
        for (Player player : game.players()) {
            for (String name : outputs) {
                Measured one = measured.get(name);
                if (one.last() && one.player() == player) {
                    metrics.put(name, one.metric());
                }
            }
        }
        return metrics;
    }

    private boolean isDue(int period, int step) {
        periods.add(period);
        return step % period == 0;
    }

    private List<Evaluation> parts(Player player, int batch, Parameters at, int step) {
        return BatchPart.equal(player.name(), game.accumulation(), batchSize)
                .map(part -> evaluation(player, part, batch, at, step))
                .toList();
    }

    private Evaluation evaluation(Player player, BatchPart part, int batch, Parameters at, int step) {
        TrainingUpdate traced =
                TrainingUpdate.of(player, period -> isDue(period, step), game.fields(), part, batch, seed, at);
        List<Term> terms = player.objective().terms(traced).stream()
                .filter(term -> isDue(term.period(), step))
                .toList();
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("the player " + player.name() + " has no term to minimize at step "
                    + (step + 1) + ": give at least one of its terms a period of 1");
        }
        Tensor loss = terms.stream().map(Term::value).reduce(Tensor::add).orElseThrow();
        List<Tensor> gradients =
                Gradients.of(loss, player.parameters().stream().map(at::get).toList());
        return new Evaluation(
                player, terms, loss, gradients, traced.updates(), traced.step().cast(DType.DOUBLE));
    }

    /** Adds an update to a stage. */
    private Stage extended(Stage start, PlayerUpdate update, int number, Evaluations evaluations) {
        Player player = update.player();
        Evaluation evaluation = update.evaluation();
        Stage stage = start.guarded(output(player, number, "loss." + player.name()), evaluation.loss());
        if (evaluation.terms().size() > 1) {
            for (Term term : evaluation.terms()) {
                stage = stage.output(output(player, number, "loss." + player.name() + "." + term.name()), term.value());
            }
        }
        Optional<Tensor> ofParts = evaluations.normOfParts(update);
        if (ofParts.isPresent()) {
            stage = stage.output(output(player, number, "gradient-part." + player.name()), ofParts.get());
        }
        Map<Variable, Tensor> assignments = new LinkedHashMap<>(update.next());
        if (number == player.updates() - 1) {
            assignments.putAll(player.averages(update.next(), evaluation.step()));
        }
        return stage.guarded(
                        output(player, number, "gradient." + player.name()),
                        squaredNorm(evaluation.gradients()).sqrt())
                .assign(assignments);
    }

    static Tensor squaredNorm(List<Tensor> gradients) {
        return gradients.stream()
                .map(gradient -> gradient.square().sum())
                .reduce(Tensor::add)
                .orElseThrow();
    }
}
