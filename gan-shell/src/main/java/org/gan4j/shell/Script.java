package org.gan4j.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/**
 * Runs files of snippets as JShell does, after the start-up script, but ends with the first snippet that is rejected or
 * fails. Prints the value of each variable that a snippet declares, and of each expression, as JShell does.
 */
public final class Script {
    /** A command of JShell, such as /exit, but no comment. */
    private static final Pattern COMMAND = Pattern.compile("/[a-z!?-].*");

    private static final String EXIT = "/exit";

    private final JShell shell;
    private final PrintWriter out;

    private Script(JShell shell, PrintWriter out) {
        this.shell = shell;
        this.out = out;
    }

    /** Thrown when a snippet is rejected or fails. The message says where and why. */
    public static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private FailedException(String message) {
            super(message);
        }
    }

    /**
     * Runs files, one after another, in one JShell.
     *
     * @param classPath the class path of the snippets
     * @param out receives the values
     * @throws FailedException if a snippet is rejected or throws an exception
     * @throws IllegalArgumentException if a file cannot be read
     */
    public static void run(List<Path> files, String classPath, PrintWriter out) {
        List<String> texts = files.stream().map(Script::read).toList();
        try (JShell shell = JShell.builder()
                .executionEngine(new InterruptibleExecutionProvider(), Map.of())
                .build()) {
            shell.addToClasspath(classPath);
            new Script(shell, new PrintWriter(Writer.nullWriter())).run("the start-up script", StartUp.script());
            Script script = new Script(shell, out);
            for (int i = 0; i < texts.size(); i++) {
                if (!script.run(files.get(i).toString(), texts.get(i))) {
                    return;
                }
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("there is no file " + file, missing);
        } catch (IOException failed) {
            throw new IllegalArgumentException("cannot read " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** Runs the snippets of a text, and returns whether it came to its end, rather than to /exit. */
    private boolean run(String origin, String text) {
        List<String> lines = text.lines().toList();
        StringBuilder read = new StringBuilder();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (read.toString().isBlank()) {
                read.setLength(0);
                start = i + 1;
                if (COMMAND.matcher(line.strip()).matches()) {
                    if (line.strip().equals(EXIT)) {
                        return false;
                    }
                    throw new FailedException(place(origin, start) + ": " + line.strip()
                            + " is a command of JShell, of which a script may have " + EXIT + " alone; remove it");
                }
            }
            read.append(line).append('\n');
            boolean continued = i + 1 < lines.size() && lines.get(i + 1).strip().startsWith(".");
            String rest = evaluate(place(origin, start), read.toString(), continued);
            read.setLength(0);
            read.append(rest);
        }
        if (!read.toString().isBlank()) {
            throw new FailedException(place(origin, start) + ": the snippet does not end");
        }
        return true;
    }

    private static String place(String origin, int line) {
        return origin + ", line " + line;
    }

    /**
     * Evaluates the snippets that are complete, as JShell does after each line, and returns the rest.
     *
     * @param continued whether the next line calls a method of the last expression
     */
    private String evaluate(String place, String text, boolean continued) {
        String rest = text;
        while (!rest.isBlank()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (info.completeness() == Completeness.EMPTY) {
                return ""; // comments
            }
            boolean whole = info.completeness() != Completeness.COMPLETE_WITH_SEMI || !continued;
            if (!info.completeness().isComplete() || !whole) {
                return rest;
            }
            for (SnippetEvent event : shell.eval(info.source())) {
                check(place, event);
                print(event);
            }
            rest = info.remaining();
        }
        return "";
    }

    private void check(String place, SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            StringBuilder message = new StringBuilder(place).append(" is no Java that can be run:");
            shell.diagnostics(event.snippet())
                    .filter(Diag::isError)
                    .flatMap(error -> error.getMessage(Locale.ROOT).lines())
                    .filter(line -> !line.strip().startsWith("location:")) // a class of JShell's, without a name
                    .forEach(line -> message.append("\n  ").append(line.stripTrailing()));
            throw new FailedException(message.toString());
        }
        if (event.exception() != null) {
            throw new FailedException(place + " failed: " + text(event.exception()));
        }
    }

    private static String text(JShellException failed) {
        String message = failed.getMessage() == null ? "" : ": " + failed.getMessage();
        return failed instanceof EvalException thrown
                ? thrown.getExceptionClassName() + message
                : "it uses what is not declared" + message;
    }

    private void print(SnippetEvent event) {
        if (event.causeSnippet() != null || event.value() == null) {
            return; // an update of an earlier snippet, or no value
        }
        if (event.snippet() instanceof VarSnippet variable) {
            out.println(variable.name() + " ==> " + event.value());
        } else if (event.snippet() instanceof ExpressionSnippet expression) {
            out.println(expression.name() + " ==> " + event.value());
        }
        out.flush();
    }
}
