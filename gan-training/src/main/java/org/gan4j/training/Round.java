package org.gan4j.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Optimizer;
import org.gan4j.api.Player;
import org.gan4j.api.Scope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Stage;

/**
 * A round of a game written down as a graph: a stage for each move, which evaluates the player's objective, differentiates
 * it by what the player owns, and assigns what the optimiser says.
 */
final class Round {
    private final Game game;
    private final int batchSize;
    private final long seed;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<Player, Optimizer.Rule> rules = new LinkedHashMap<>();
    private final Map<String, Player> movers = new LinkedHashMap<>();
    private final Set<Integer> periods = new TreeSet<>();

    Round(Game game, int batchSize, long seed) {
        this.game = game;
        this.batchSize = batchSize;
        this.seed = seed;
        game.fields().forEach(field -> fields.put(field.name(), field));
        for (Player player : game.players()) {
            Scope scope = Scope.of("optimizer/" + player.name(), seed);
            rules.put(player, player.optimizer().bind(player.parameters(), scope));
        }
    }

    /** The graph of a round; terms with a period are in it if they are due. */
    Graph graph(int round) {
        List<Stage> stages = new ArrayList<>();
        for (Player player : game.players()) {
            for (int move = 0; move < player.moves(); move++) {
                stages.add(stage(player, move, round));
            }
        }
        return new Graph(stages);
    }

    /** Which periods divide the round: rounds that agree in this have the same graph. Known once a graph was made. */
    Set<Integer> due(int round) {
        Set<Integer> due = new HashSet<>(periods);
        due.removeIf(period -> round % period != 0);
        return due;
    }

    /** Whose move a stage is. */
    Player mover(String stage) {
        return movers.get(stage);
    }

    private static String stageName(Player player, int move) {
        return player.name() + "#" + move;
    }

    /** The name of an output of a player's move. */
    private static String output(Player player, int move, String metric) {
        return metric + "@" + stageName(player, move);
    }

    /** The metrics of each player's last move, by the name of the output that holds them. */
    Map<String, String> metrics(Set<String> outputs) {
        Map<String, String> metrics = new LinkedHashMap<>();
        for (Player player : game.players()) {
            String last = output(player, player.moves() - 1, "");
            outputs.stream()
                    .filter(name -> name.endsWith(last))
                    .forEach(name -> metrics.put(name, name.substring(0, name.length() - last.length())));
        }
        return metrics;
    }

    private Stage stage(Player player, int move, int round) {
        int batch = game.batchesPerRound() - player.moves() + move;
        TracedMove traced = new TracedMove(fields, batchSize, batch, seed);
        List<Term> terms = new ArrayList<>();
        for (Term term : player.objective().terms(traced)) {
            periods.add(term.period());
            if (round % term.period() == 0) {
                terms.add(term);
            }
        }
        if (terms.isEmpty()) {
            throw new IllegalArgumentException(
                    "the player " + player.name() + " has nothing to minimise in round " + round);
        }
        Tensor loss = terms.stream().map(Term::value).reduce(Tensor::add).orElseThrow();
        List<Tensor> gradients = Gradients.of(
                loss, player.parameters().stream().map(Variable::value).toList());

        Stage stage = Stage.named(stageName(player, move));
        movers.put(stage.name(), player);
        stage = stage.guarded(output(player, move, "loss." + player.name()), loss);
        if (terms.size() > 1) {
            for (Term term : terms) {
                stage = stage.output(output(player, move, "loss." + player.name() + "." + term.name()), term.value());
            }
        }
        return stage.guarded(output(player, move, "gradient." + player.name()), norm(gradients))
                .assign(assignments(player, move, gradients, traced));
    }

    private static Tensor norm(List<Tensor> gradients) {
        return gradients.stream()
                .map(gradient -> gradient.square().sum())
                .reduce(Tensor::add)
                .orElseThrow()
                .sqrt();
    }

    private Map<Variable, Tensor> assignments(Player player, int move, List<Tensor> gradients, TracedMove traced) {
        Tensor round = traced.round().cast(DType.DOUBLE);
        Tensor rate = player.schedule().map(schedule -> schedule.factor(round)).orElse(Tensor.full(DType.DOUBLE, 1));
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
        if (move == player.moves() - 1) {
            assignments.putAll(player.averages(assignments, round));
        }
        return assignments;
    }
}
