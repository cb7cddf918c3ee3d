package org.gan4j.api.game;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.data.Field;

/**
 * A game of players that minimize their objectives in turn. One pass through the players is a step; in it, each player
 * makes its updates. A GAN is a game of two players.
 *
 * @param players the players in the order of their updates, each with its own name
 * @param fields the fields that each batch has
 */
public record Game(List<Player> players, List<Field> fields) {
    /**
     * Validates the players' names.
     *
     * @throws IllegalArgumentException if two players have the same name
     */
    public Game {
        players = List.copyOf(players);
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Player player : players) {
            if (!names.add(player.name())) {
                throw new IllegalArgumentException(
                        "two players are called " + player.name() + ": give each player its own name");
            }
        }
    }

    /** Returns the number of batches that a step uses: as many as the player with the most updates makes updates. */
    public int batchesPerStep() {
        return players.stream().mapToInt(Player::updates).max().orElse(1);
    }
}
