package org.gan4j.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command in a process of its own, which can be killed.
 *
 * @param process the process
 * @param output the file of its output, both streams
 */
record GanProcess(Process process, Path output) {
    private static final int PATIENCE_SECONDS = 120;

    /** Starts the command with options of Java. */
    static GanProcess start(Path folder, List<String> java, Object... args) throws IOException {
        List<String> command = new ArrayList<>(command());
        command.addAll(command.size() - 1, java);
        Stream.of(args).map(Object::toString).forEach(command::add);
        return run(folder, command);
    }

    /** Starts a script of the shell, in which "$@" is the command without arguments. */
    static GanProcess script(Path folder, String text) throws IOException {
        Path script = Files.writeString(Files.createTempFile(folder, "script", ".sh"), text);
        List<String> command = new ArrayList<>(List.of("bash", "-e", script.toString()));
        command.addAll(command());
        return run(folder, command);
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "org.gan4j.cli.Main");
    }

    private static GanProcess run(Path folder, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        return new GanProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Waits until the output has an address, and returns the first group of its pattern. */
    URI awaitAddress(Pattern pattern) throws IOException, InterruptedException {
        for (int i = 0; i < 100 * PATIENCE_SECONDS && process.isAlive(); i++) {
            Matcher address = pattern.matcher(Files.readString(output));
            if (address.find()) {
                return URI.create(address.group(1));
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no server: " + Files.readString(output));
    }

    /** Waits until the metrics of a run have a number of lines, or the process has ended. */
    void awaitLines(Path run, int lines) throws Exception {
        Path metrics = run.resolve("metrics.jsonl");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && (!Files.exists(metrics) || lines(metrics) < lines)) {
            if (System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("no step " + lines + " after " + PATIENCE_SECONDS + " s: " + text());
            }
            Thread.sleep(1);
        }
    }

    static int lines(Path file) throws IOException {
        int lines = 0;
        for (byte each : Files.readAllBytes(file)) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Sends the process a signal. */
    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Ends the process with SIGKILL, and returns its output. */
    String kill() throws Exception {
        process.destroyForcibly().waitFor();
        return text();
    }

    /** Waits for the end, and returns the exit code and the output. */
    Ran await() throws Exception {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + text());
        }
        return new Ran(process.exitValue(), text(), "");
    }

    String text() throws IOException {
        return Files.readString(output, StandardCharsets.ISO_8859_1);
    }
}
