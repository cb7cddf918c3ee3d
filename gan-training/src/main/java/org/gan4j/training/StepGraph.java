package org.gan4j.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Stage;

/**
 * A step of a game traced as a graph. An update evaluates the player's objective, computes its gradients with respect
 * to the player's parameters, and assigns the optimizer's new values. Each update is a stage; those of a game of
 * simultaneous updates are one stage together, whose assignments take effect at its end.
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
        List<Stage> stages = new ArrayList<>();
        if (game.simultaneous()) {
            Stage stage = Stage.named(game.players().stream().map(Player::name).collect(Collectors.joining("+")));
            for (Player player : game.players()) {
                stage = extended(stage, player, 0, step);
            }
            stages.add(stage);
        } else {
            for (Player player : game.players()) {
                for (int update = 0; update < player.updates(); update++) {
                    stages.add(extended(Stage.named(updateName(player, update)), player, update, step));
                }
            }
        }
        return new Graph(stages);
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

    private static String updateName(Player player, int update) {
        return player.name() + "#" + update;
    }

    /** Returns the output name of a metric of a player's update. */
    private String output(Player player, int update, String metric) {
        String name = metric + "@" + updateName(player, update);
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

    /** Adds an update to a stage. */
    private Stage extended(Stage start, Player player, int update, int step) {
        int batch = game.batchesPerStep() - player.updates() + update;
        TrainingUpdate traced =
                TrainingUpdate.of(player, period -> isDue(period, step), game.fields(), batchSize, batch, seed);
        List<Term> terms = player.objective().terms(traced).stream()
                .filter(term -> isDue(term.period(), step))
                .toList();
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("the player " + player.name() + " has no term to minimize at step "
                    + (step + 1) + ": give at least one of its terms a period of 1");
        }
        Tensor loss = terms.stream().map(Term::value).reduce(Tensor::add).orElseThrow();
        List<Tensor> gradients = Gradients.of(
                loss, player.parameters().stream().map(Variable::value).toList());

        Stage stage = start.guarded(output(player, update, "loss." + player.name()), loss);
        if (terms.size() > 1) {
            for (Term term : terms) {
                stage = stage.output(output(player, update, "loss." + player.name() + "." + term.name()), term.value());
            }
        }
        return stage.guarded(output(player, update, "gradient." + player.name()), norm(gradients))
                .assign(assignments(player, update, gradients, traced));
    }

    private static Tensor norm(List<Tensor> gradients) {
        return gradients.stream()
                .map(gradient -> gradient.square().sum())
                .reduce(Tensor::add)
                .orElseThrow()
                .sqrt();
    }

    private Map<Variable, Tensor> assignments(
            Player player, int update, List<Tensor> gradients, TrainingUpdate traced) {
        Tensor step = traced.step().cast(DType.DOUBLE);
        Map<Variable, Tensor> assignments = new LinkedHashMap<>(player.next(traced.parameters(), gradients, step));
        assignments.putAll(traced.updates());
        if (update == player.updates() - 1) {
            assignments.putAll(player.averages(assignments, step));
        }
        return assignments;
    }
}
