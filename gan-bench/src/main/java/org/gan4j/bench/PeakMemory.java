package org.gan4j.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The peak memory, in megabytes, of a process that trains only one side.
 *
 * @param training the peak less what the process held once its libraries were loaded
 * @param process the peak resident memory of the whole process (VmHWM)
 */
record PeakMemory(double training, double process) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");

    /**
     * Measures work in this process.
     *
     * @throws UncheckedIOException if the files under {@code /proc/self} cannot be read or written
     */
    static PeakMemory of(Runnable work) {
        try {
            Files.writeString(RESET, "5"); // resets the peak
            double base = megabytes("VmRSS");
            work.run();
            double peak = megabytes("VmHWM");
            return new PeakMemory(peak - base, peak);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static double megabytes(String entry) throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(entry + ":")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6;
            }
        }
        throw new IOException(STATUS + " has no " + entry);
    }

    /**
     * Measures in a child process, which runs this program with other arguments. Returns an empty result if this system
     * cannot reset the peak.
     *
     * @throws IllegalStateException if the child process fails or this thread is interrupted
     * @throws UncheckedIOException if the child process cannot be started or read
     */
    static Optional<PeakMemory> inChild(String... arguments) {
        if (!Files.isWritable(RESET)) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Process child = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String last = "";
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    last = line;
                }
            }
            if (child.waitFor() != 0) {
                throw new IllegalStateException("the process that measures memory failed; run it alone to see why: "
                        + String.join(" ", command));
            }
            String[] numbers = last.split(" ");
            return Optional.of(new PeakMemory(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(
                    "interrupted while waiting for the process that measures memory", interrupted);
        }
    }

    /** Returns the line that {@link #inChild} reads from the child process. */
    String line() {
        return training + " " + process;
    }
}
