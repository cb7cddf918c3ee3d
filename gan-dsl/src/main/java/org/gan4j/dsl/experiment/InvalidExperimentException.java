package org.gan4j.dsl.experiment;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.dsl.spec.NumberedList;

/** All that is wrong with an experiment.yaml, each with its line. */
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

    /** Each problem: where, what, and what to do. */
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
