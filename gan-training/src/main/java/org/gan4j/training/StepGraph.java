package org.gan4j.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Stage;

/**
 * A step of a game traced as a graph. It has one stage per update, which evaluates the player's objective, computes its
 * gradients with respect to the player's parameters, and assigns the optimizer's new values.
 */
final class StepGraph {
    private final Game game;
    private final int batchSize;
    private final long seed;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<Player, Optimizer.Rule> rules = new LinkedHashMap<>();
    private final Map<String, Player> players = new LinkedHashMap<>();
    private final Set<Integer> periods = new TreeSet<>();

    StepGraph(Game game, int batchSize, long seed) {
        this.game = game;
        this.batchSize = batchSize;
        this.seed = seed;
        game.fields().forEach(field -> fields.put(field.name(), field));
        for (Player player : game.players()) {
            VariableScope scope = VariableScope.of("optimizer/" + player.name(), seed);
            rules.put(player, player.optimizer().bind(player.parameters(), scope));
        }
    }

    /** Returns the graph of a step, with the terms that are due. */
    Graph graph(int step) {
        List<Stage> stages = new ArrayList<>();
        for (Player player : game.players()) {
            for (int update = 0; update < player.updates(); update++) {
                stages.add(stage(player, update, step));
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

    /** Returns the player whose update a stage is. */
    Player playerOf(String stage) {
        return players.get(stage);
    }

    private static String stageName(Player player, int update) {
        return player.name() + "#" + update;
    }

    /** Returns the output name of a metric of a player's update. */
    private static String output(Player player, int update, String metric) {
        return metric + "@" + stageName(player, update);
    }

    /** Returns the metrics of each player's last update, by output name. */
    Map<String, String> metrics(Set<String> outputs) {
        Map<String, String> metrics = new LinkedHashMap<>();
        for (Player player : game.players()) {
            String last = output(player, player.updates() - 1, "");
            outputs.stream()
                    .filter(name -> name.endsWith(last))
                    .forEach(name -> metrics.put(name, name.substring(0, name.length() - last.length())));
        }
        return metrics;
    }

    private Stage stage(Player player, int update, int step) {
        int batch = game.batchesPerStep() - player.updates() + update;
        TrainingUpdate traced = new TrainingUpdate(fields, batchSize, batch, seed);
        List<Term> terms = new ArrayList<>();
        for (Term term : player.objective().terms(traced)) {
            periods.add(term.period());
            if (step % term.period() == 0) {
                terms.add(term);
            }
        }
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("the player " + player.name() + " has no term to minimize at step "
                    + (step + 1) + ": give at least one of its terms a period of 1");
        }
        Tensor loss = terms.stream().map(Term::value).reduce(Tensor::add).orElseThrow();
        List<Tensor> gradients = Gradients.of(
                loss, player.parameters().stream().map(Variable::value).toList());

        Stage stage = Stage.named(stageName(player, update));
        players.put(stage.name(), player);
        stage = stage.guarded(output(player, update, "loss." + player.name()), loss);
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
        Tensor rate = player.schedule().map(schedule -> schedule.factor(step)).orElse(Tensor.full(DType.DOUBLE, 1));
        Map<Variable, Tensor> assignments =
                new LinkedHashMap<>(rules.get(player).step(gradients, rate));
        player.constraint().ifPresent(constraint -> player.parameters()
                .forEach(parameter -> assignments.computeIfPresent(parameter, constraint::project)));
        Map<Variable, Tensor> updates = traced.updates();
        for (Variable state : player.state()) {
            if (updates.containsKey(state)) {
                assignments.put(state, updates.get(state));
            }
        }
        if (update == player.updates() - 1) {
            assignments.putAll(player.averages(assignments, step));
        }
        return assignments;
    }
}
