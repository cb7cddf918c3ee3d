package org.gan4j.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.gan4j.api.training.FailedPartException;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.tensor.io.StorageException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what went wrong in one sentence, and returns the exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    /** A disk, a quota or a limit of the size of files is used up: the same command may succeed later. */
    static final int NO_ROOM = 3;

    /** Begins a whole sentence of the engine about memory outside the heap, and the one about the heap. */
    private static final String OUT_OF_MEMORY = "out of memory";

    private final PrintWriter err;
    private final BooleanSupplier stacktrace;

    Failures(PrintWriter err, BooleanSupplier stacktrace) {
        this.err = err;
        this.stacktrace = stacktrace;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        print(wrong.getMessage());
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
            print(invalid.problems().get(0));
            return BAD_INPUT;
        }
        if (failed instanceof IllegalArgumentException) {
            print(failed.getMessage());
            return BAD_INPUT;
        }
        if (failed instanceof StorageException) {
            print(failed.getMessage());
            return NO_ROOM;
        }
        if (failed instanceof FailedPartException
                || failed instanceof UncheckedIOException) { // such as a folder without write permission
            print(failed.getMessage());
            return FAILED;
        }
        if (failed instanceof OutOfMemoryError) {
            String message = String.valueOf(failed.getMessage());
            print(
                    message.startsWith(OUT_OF_MEMORY)
                            ? message
                            : OUT_OF_MEMORY + ": give Java more with GAN_JAVA_OPTS=-Xmx8g, or process less at a time"
                                    + " (--batch, --count, --size; for training, batch-size)");
            return FAILED;
        }
        print("unexpected error: " + failed);
        if (!stacktrace.getAsBoolean()) {
            err.println("Run the command again with --stacktrace to see where it failed.");
        }
        return FAILED;
    }

    private void print(String sentence) {
        err.println("gan: " + sentence);
    }
}
