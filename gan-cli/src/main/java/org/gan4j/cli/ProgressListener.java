package org.gan4j.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import org.gan4j.api.TrainingListener;

/** Shows people how training goes. */
sealed interface ProgressListener extends TrainingListener permits TerminalProgress, PlainProgress {
    /** A bar on a terminal; lines where there is none, as in a log. */
    static ProgressListener fitting(PrintWriter out) {
        return isTerminal() ? new TerminalProgress() : new PlainProgress(out, System::nanoTime);
    }

    @SuppressWarnings("SystemConsoleNull") // what Java 22 changed is asked for below
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && !"dumb".equals(System.getenv("TERM")) && isTerminal(console);
    }

    /** Since Java 22 there is a console where there is no terminal, and a method that says so. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new LinkageError("Console.isTerminal()", impossible);
        }
    }
}
