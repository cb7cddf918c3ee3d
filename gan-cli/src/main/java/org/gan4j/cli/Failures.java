package org.gan4j.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.gan4j.dsl.spec.InvalidGanException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in a sentence, and gives the exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    private final PrintWriter err;
    private final BooleanSupplier stacktrace;

    Failures(PrintWriter err, BooleanSupplier stacktrace) {
        this.err = err;
        this.stacktrace = stacktrace;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        say(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
        return report(failed);
    }

    int report(Throwable failed) {
        int code = explain(failed);
        if (stacktrace.getAsBoolean()) {
            failed.printStackTrace(err);
        }
        return code;
    }

    private int explain(Throwable failed) {
        if (failed instanceof InvalidGanException invalid && invalid.problems().size() == 1) {
            say(invalid.problems().get(0));
            return BAD_INPUT;
        }
        if (failed instanceof IllegalArgumentException) {
            say(failed.getMessage());
            return BAD_INPUT;
        }
        if (failed instanceof UncheckedIOException) { // a full disk, a folder that may not be written
            say(failed.getMessage());
            return FAILED;
        }
        if (failed instanceof OutOfMemoryError) {
            say("there is not enough memory: give Java more with GAN_JAVA_OPTS=-Xmx8g, or ask for less at a time"
                    + " (--batch, --count, --size)");
            return FAILED;
        }
        say("unexpected: " + failed);
        if (!stacktrace.getAsBoolean()) {
            err.println("Run the same again with --stacktrace to see where in the program.");
        }
        return FAILED;
    }

    private void say(String sentence) {
        err.println("gan: " + sentence);
    }
}
