package org.gan4j.dsl.experiment;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.dsl.spec.NumberedList;

/** Thrown if an experiment.yaml cannot be used. Its message lists all problems with their lines. */
public class InvalidExperimentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidExperimentException(Path file, List<LineProblem> problems) {
        super(message(file, problems));
        this.problems = problems.stream().map(LineProblem::toString).toList();
    }

    InvalidExperimentException(Path file, int line, String sentence) {
        this(file, List.of(new LineProblem(line, sentence)));
    }

    /** Returns the problems, each with its line, its cause and its fix. */
    public List<String> problems() {
        return problems;
    }

    private static String message(Path file, List<LineProblem> problems) {
        if (problems.size() == 1) {
            LineProblem only = problems.get(0);
            return file + (only.line() == 0 ? ": " : ", line " + only.line() + ": ") + only.sentence();
        }
        return NumberedList.of(file + " cannot be used, for " + problems.size() + " reasons:", problems);
    }
}
