package org.gan4j.api.game;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.data.Field;

/**
 * Players in the order in which they move, again and again; one time through is a round, or step. Two players make a
 * GAN.
 *
 * @param fields what the batches hold
 */
public record Game(List<Player> players, List<Field> fields) {
    public Game {
        players = List.copyOf(players);
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Player player : players) {
            if (!names.add(player.name())) {
                throw new IllegalArgumentException("two players are called " + player.name());
            }
        }
    }

    /** How many batches a round uses: as many as the player with the most moves. */
    public int batchesPerStep() {
        return players.stream().mapToInt(Player::updates).max().orElse(1);
    }
}
