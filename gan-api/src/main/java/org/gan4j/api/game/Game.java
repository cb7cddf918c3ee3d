package org.gan4j.api.game;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.Variable;

/**
 * A game of players that minimize their objectives, usually in turn: each player sees the updates of those before it.
 * One pass through the players is a step; in it, each player makes its updates. A GAN is a game of two players.
 *
 * @param players the players in the order of their updates, each with its own name
 * @param fields the fields that each batch has
 * @param simultaneous whether all players update at once, each from the values before the step; each player then makes
 *     one update per step
 */
public record Game(List<Player> players, List<Field> fields, boolean simultaneous) {
    /**
     * Validates the players' names, and the number of updates if they are simultaneous.
     *
     * @throws IllegalArgumentException if two players have the same name, or if, in a game of simultaneous updates, a
     *     player makes more than one update per step or two players own the same variable
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
        if (simultaneous) {
            requireSimultaneous(players);
        }
    }

    /**
     * Creates a game whose players update in turn.
     *
     * @param players the players in the order of their updates, each with its own name
     * @param fields the fields that each batch has
     * @throws IllegalArgumentException if two players have the same name
     */
    public Game(List<Player> players, List<Field> fields) {
        this(players, fields, false);
    }

    /**
     * Returns a game whose players update at once: each gradient is taken at the values before the step. Simultaneous
     * gradient descent is what theory often assumes of a GAN (<a href="https://arxiv.org/abs/1801.04406">Mescheder et
     * al. 2018</a>).
     *
     * @param players the players, each with one update per step and variables of its own
     * @param fields the fields that each batch has
     * @throws IllegalArgumentException if two players have the same name or own the same variable, or a player makes
     *     more than one update per step
     */
    public static Game simultaneous(List<Player> players, List<Field> fields) {
        return new Game(players, fields, true);
    }

    private static void requireSimultaneous(List<Player> players) {
        Set<Variable> owned = new HashSet<>();
        for (Player player : players) {
            if (player.updates() != 1) {
                throw new IllegalArgumentException("the player " + player.name() + " makes " + player.updates()
                        + " updates per step, but simultaneous players make one each: set its updates to 1, or let the"
                        + " players update in turn");
            }
            List<Variable> all = new ArrayList<>(player.parameters());
            all.addAll(player.state());
            for (Variable variable : all) {
                if (!owned.add(variable)) {
                    throw new IllegalArgumentException("the player " + player.name() + " and another one both own "
                            + variable.name() + ", which cannot be updated twice at once: let the players update in"
                            + " turn");
                }
            }
        }
    }

    /** Returns the number of batches that a step uses: as many as the player with the most updates makes updates. */
    public int batchesPerStep() {
        return players.stream().mapToInt(Player::updates).max().orElse(1);
    }
}
