package org.gan4j.api.game;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.Parameters;

/**
 * Updates in turn, as in the first GAN (<a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014</a>, algorithm
 * 1): each player makes its updates after those of the players before it, and sees their results. The last updates of
 * all players share the step's last batch.
 */
public record Alternating() implements Coordination {
    @Override
    public String name() {
        return "alternating";
    }

    @Override
    public String summary() {
        return "the players update in turn, the critic first (Goodfellow et al. 2014)";
    }

    @Override
    public boolean allowsSeveralUpdates() {
        return true;
    }

    @Override
    public List<String> problems(List<Player> players) {
        return List.of();
    }

    @Override
    public int batches(List<Player> players) {
        return players.stream().mapToInt(Player::updates).max().orElse(1);
    }

    @Override
    public List<Turn> turns(List<Player> players, Evaluator evaluator) {
        int batches = batches(players);
        List<Turn> turns = new ArrayList<>();
        for (Player player : players) {
            for (int update = 0; update < player.updates(); update++) {
                int batch = batches - player.updates() + update;
                turns.add(Turn.of(List.of(evaluator
                        .evaluate(player, batch, Parameters.variables())
                        .update())));
            }
        }
        return turns;
    }
}
