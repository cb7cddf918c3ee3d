package org.gan4j.dsl.experiment;

import java.util.List;
import org.gan4j.dsl.spec.NumberedList;

/** Thrown if an experiment.yaml cannot be used. Its message lists all problems with their lines. */
public class InvalidExperimentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidExperimentException(String origin, List<LineProblem> problems) {
        super(message(origin, problems));
        this.problems = problems.stream().map(LineProblem::toString).toList();
    }

    InvalidExperimentException(String origin, int line, String sentence) {
        this(origin, List.of(new LineProblem(line, sentence)));
    }

    /** Returns the problems, each with its line, its cause and its fix. */
    public List<String> problems() {
        return problems;
    }

    private static String message(String origin, List<LineProblem> problems) {
        if (problems.size() == 1) {
            LineProblem only = problems.get(0);
            return origin + (only.line() == 0 ? ": " : ", line " + only.line() + ": ") + only.sentence();
        }
        return NumberedList.of(origin + " cannot be used, for " + problems.size() + " reasons:", problems);
    }
}
