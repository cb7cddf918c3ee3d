package org.gan4j.api.game;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.Variable;

/**
 * A game of players that minimize their objectives. One pass through the players is a step; in it, each player makes its
 * updates. A GAN is a game of two players.
 *
 * @param players the players in the order of their updates, each with its own name
 * @param fields the fields that each batch has
 * @param coordination the way in which the players' updates follow each other
 * @param accumulation the number of equal parts in which the gradient of a batch is computed, 1 for the whole batch at
 *     once
 */
public record Game(List<Player> players, List<Field> fields, Coordination coordination, int accumulation) {
    /**
     * Validates the players.
     *
     * @throws IllegalArgumentException if two players have the same name, or the number of parts is less than 1
     * @throws InvalidGameException if these players cannot be coordinated in this way, such as players with several
     *     updates per step that update at once
     */
    public Game {
        players = List.copyOf(players);
        fields = List.copyOf(fields);
        if (accumulation < 1) {
            throw new IllegalArgumentException("a batch has at least 1 part, not " + accumulation);
        }
        Set<String> names = new HashSet<>();
        for (Player player : players) {
            if (!names.add(player.name())) {
                throw new IllegalArgumentException(
                        "two players are called " + player.name() + ": give each player its own name");
            }
        }
        List<String> problems = coordination.problems(players);
        if (!problems.isEmpty()) {
            throw new InvalidGameException(problems);
        }
    }

    /**
     * Creates a game that computes the gradient of a whole batch at once.
     *
     * @param players the players in the order of their updates, each with its own name
     * @param fields the fields that each batch has
     * @param coordination the way in which the players' updates follow each other
     * @throws IllegalArgumentException if two players have the same name
     * @throws InvalidGameException if these players cannot be coordinated in this way
     */
    public Game(List<Player> players, List<Field> fields, Coordination coordination) {
        this(players, fields, coordination, 1);
    }

    /**
     * Creates a game whose players update in turn.
     *
     * @param players the players in the order of their updates, each with its own name
     * @param fields the fields that each batch has
     * @throws IllegalArgumentException if two players have the same name
     */
    public Game(List<Player> players, List<Field> fields) {
        this(players, fields, new Alternating());
    }

    /**
     * Returns a game whose players update at once: each gradient is taken at the values before the step.
     *
     * @param players the players, each with one update per step and variables of its own
     * @param fields the fields that each batch has
     * @throws IllegalArgumentException if two players have the same name
     * @throws InvalidGameException if two players own the same variable, or a player makes more than one update per step
     */
    public static Game simultaneous(List<Player> players, List<Field> fields) {
        return new Game(players, fields, new Simultaneous());
    }

    /** Returns a copy with other players. */
    public Game players(List<Player> others) {
        return new Game(others, fields, coordination, accumulation);
    }

    /**
     * Returns a copy that computes the gradient of a batch in equal parts, at the same parameters, and averages losses,
     * gradients and the next values of state. A step then needs the memory of a part. Layers that mix the samples of a
     * batch, such as batch normalization, and losses that compare with means over a batch see a part, and each part draws
     * random numbers of its own.
     *
     * @param parts the number of parts, which divides the batch size
     * @throws IllegalArgumentException if it is less than 1
     */
    public Game accumulation(int parts) {
        return new Game(players, fields, coordination, parts);
    }

    /** Returns the number of batches that a step uses. */
    public int batchesPerStep() {
        return coordination.batches(players);
    }

    /** Returns the variables that belong to no player but to their coordination; a checkpoint has them, too. */
    public List<Variable> state() {
        return coordination.state(players);
    }
}
