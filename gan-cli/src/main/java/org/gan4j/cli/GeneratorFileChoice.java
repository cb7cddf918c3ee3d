package org.gan4j.cli;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.dsl.inference.ExternalGenerator;
import picocli.CommandLine.Model.CommandSpec;

/** The file of a generator in place of the folder of a run. */
final class GeneratorFileChoice {
    private GeneratorFileChoice() {}

    /**
     * Opens a file.
     *
     * @param command the command, none of whose options may need a run
     * @param ofRuns the options that need one
     * @throws IllegalArgumentException if such an option is given, or as {@link ExternalGenerator#open} does
     */
    static ExternalGenerator open(Path file, CommandSpec command, List<String> ofRuns) {
        for (String option : ofRuns) {
            if (command.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new IllegalArgumentException(option + " needs the folder of a run, and " + file
                        + " is a file, which holds one generator: remove it, or name the run");
            }
        }
        return ExternalGenerator.open(file);
    }
}
