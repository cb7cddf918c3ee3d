package org.gan4j.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan completion}: prints a script with which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Prints a script for Bash and Zsh, with which Tab completes commands and options.",
        footer = {"", "Examples:", "  source <(./gan completion)", "  ./gan completion > /etc/bash_completion.d/gan"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash("gan", spec.root().commandLine()));
        return 0;
    }
}
