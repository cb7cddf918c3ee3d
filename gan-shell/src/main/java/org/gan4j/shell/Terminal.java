package org.gan4j.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The abilities of a terminal.
 *
 * @param colors whether it shows block characters in any color
 * @param width the number of characters in a line
 */
record Terminal(boolean colors, int width) {
    static final int USUAL = 80;
    private static final int LEAST = 20;
    private static final int MOST = 400;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,6})");

    Terminal {
        width = Math.max(LEAST, Math.min(MOST, width));
    }

    /** Returns the abilities of the terminal that this program prints to, or those of plain text if it is none. */
    static Terminal current() {
        boolean terminal = printsToTerminal();
        return of(System.getenv(), terminal, terminal ? measured() : Optional.empty());
    }

    /**
     * Returns the abilities that an environment describes.
     *
     * @param terminal whether the output is a terminal
     * @param measured the width, if the terminal tells
     */
    static Terminal of(Map<String, String> environment, boolean terminal, Optional<Integer> measured) {
        String colors = environment.getOrDefault("COLORTERM", "");
        boolean rich = terminal
                && (colors.equals("truecolor") || colors.equals("24bit"))
                && !environment.getOrDefault("TERM", "").equals("dumb")
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && isUnicode(environment);
        return new Terminal(rich, measured.or(() -> columns(environment)).orElse(USUAL));
    }

    private static Optional<Integer> columns(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("COLUMNS"))
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf);
    }

    private static boolean isUnicode(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) { // the first one that is set counts
            String locale = environment.getOrDefault(variable, "").toLowerCase(Locale.ROOT);
            if (!locale.isEmpty()) {
                return locale.contains("utf-8") || locale.contains("utf8");
            }
        }
        return false;
    }

    /**
     * Returns whether the output is a terminal. JShell may run snippets in a process of its own, which passes its output to
     * the process that started it: then that one's output counts.
     */
    private static boolean printsToTerminal() {
        ProcessHandle process = ProcessHandle.current();
        if (isRemote()) {
            process = process.parent().orElse(process);
        }
        try {
            String output = Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/fd/1"))
                    .toString();
            return output.startsWith("/dev/pts/") || output.startsWith("/dev/tty") || output.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException | SecurityException unknown) {
            return false;
        }
    }

    private static boolean isRemote() {
        return System.getProperty("sun.java.command", "").startsWith("jdk.jshell.execution.RemoteExecutionControl");
    }

    /** Asks the terminal for its width. */
    private static Optional<Integer> measured() {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher matcher = SIZE.matcher(size.strip());
            return matcher.matches()
                    ? Optional.of(Integer.valueOf(matcher.group(1))).filter(width -> width > 0)
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
