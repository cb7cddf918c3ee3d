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
 * How much memory a process that trains one side, and nothing else, holds at its peak, in megabytes.
 *
 * @param training the whole, less what it held when its libraries were loaded
 * @param process all that is resident at most (VmHWM)
 */
record PeakMemory(double training, double process) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");

    /** Measures in this process. */
    static PeakMemory of(Runnable work) {
        try {
            Files.writeString(RESET, "5"); // the peak counts from here on
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

    /** Measures in a process of its own, this program with other arguments; empty where that cannot be done. */
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
                throw new IllegalStateException("the process that measures memory failed: " + command);
            }
            String[] numbers = last.split(" ");
            return Optional.of(new PeakMemory(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** What {@link #inChild} reads in the last line of the child. */
    String line() {
        return training + " " + process;
    }
}
