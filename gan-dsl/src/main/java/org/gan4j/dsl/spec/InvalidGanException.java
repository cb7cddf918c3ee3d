package org.gan4j.dsl.spec;

import java.util.List;

/** All that is wrong with a specification, in one numbered list. */
public class InvalidGanException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public InvalidGanException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem: what, where, and what to do. */
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
