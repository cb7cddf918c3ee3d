package org.gan4j.dsl.spec;

import java.util.List;

/** Thrown if a GAN cannot be built. Its message is a numbered list of all problems. */
public class InvalidGanException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** Creates an exception for these problems, each a sentence with its cause and its fix. */
    public InvalidGanException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, each a sentence with its cause and its fix. */
    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        String heading = problems.size() == 1
                ? "this GAN cannot be built:"
                : "this GAN cannot be built, for " + problems.size() + " reasons:";
        return NumberedList.of(heading, problems);
    }
}
