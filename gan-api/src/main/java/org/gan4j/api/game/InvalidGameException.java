package org.gan4j.api.game;

import java.util.List;

/** Thrown if the players of a game cannot be coordinated in the way that it asks for. Its message has a line per problem. */
public class InvalidGameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** Creates an exception for these problems, each a sentence with its cause and its fix. */
    public InvalidGameException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, each a sentence with its cause and its fix. */
    public List<String> problems() {
        return problems;
    }
}
