package org.gan4j.testkit.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads many damaged files, and fails if a reader does anything but return or throw what it documents, takes more than
 * five seconds of processor time, or allocates more than 64 MB for one small file:
 *
 * <pre>
 * Fuzzing.of(folder.resolve("x.npy"), Npy::read, IllegalArgumentException.class).seeds(valid).tokens("'shape'").run(3000)
 * </pre>
 *
 * {@code -Dfuzz.cases=1000000} sets another number of cases than that of {@code run}. Every run has the same cases, which a
 * failure names by their numbers.
 */
public final class Fuzzing {
    private static final long MOST_NANOS = 5_000_000_000L;
    private static final long MOST_BYTES = 64L << 20;
    private static final int SHOWN = 4000;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Path file;
    private final Reader reader;
    private final List<Class<? extends Exception>> refusals;
    private final Mutation mutation;

    private Fuzzing(Path file, Reader reader, List<Class<? extends Exception>> refusals, Mutation mutation) {
        this.file = file;
        this.reader = reader;
        this.refusals = refusals;
        this.mutation = mutation;
    }

    /** A reader of a file. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Reads a file.
         *
         * @throws Exception if it cannot be used
         */
        void read(Path file) throws Exception;
    }

    /**
     * A summary.
     *
     * @param cases the number of files
     * @param refused how many were refused
     * @param slowestMillis the processor time of the slowest in milliseconds
     * @param mostBytes the largest allocation in bytes
     */
    public record Report(long cases, long refused, double slowestMillis, long mostBytes) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d cases, %d refused, slowest %.1f ms, at most %.2f MB",
                    cases,
                    refused,
                    slowestMillis,
                    mostBytes / 1e6);
        }
    }

    /**
     * Starts the settings of a reader.
     *
     * @param file the file that is written for each case
     * @param refusals the exceptions that the reader documents
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied
    public static Fuzzing of(Path file, Reader reader, Class<? extends Exception>... refusals) {
        return new Fuzzing(file, reader, List.of(refusals), new Mutation(List.of(), List.of()));
    }

    /** Sets the valid files that are damaged. Each must be readable. */
    public Fuzzing seeds(byte[]... valid) {
        return new Fuzzing(file, reader, refusals, new Mutation(List.of(valid), mutation.tokens()));
    }

    /** Sets the valid files that are damaged, as text in UTF-8. */
    public Fuzzing seeds(String... valid) {
        return seeds(Stream.of(valid).map(Fuzzing::bytes).toArray(byte[][]::new));
    }

    /** Sets words of the format, which are inserted in places. */
    public Fuzzing tokens(String... words) {
        List<byte[]> tokens = Stream.of(words).map(Fuzzing::bytes).toList();
        return new Fuzzing(file, reader, refusals, new Mutation(mutation.seeds(), tokens));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads all cases.
     *
     * @param cases the number of cases, unless {@code -Dfuzz.cases} sets another
     * @throws AssertionError if a case fails, or a valid file is refused; the message has the bytes
     * @throws UncheckedIOException if a case cannot be written
     */
    public Report run(int cases) {
        for (byte[] seed : mutation.seeds()) {
            if (tried(seed, "a valid file").refused()) {
                throw new AssertionError("a valid file is refused: " + shown(seed));
            }
        }
        long count = Long.getLong("fuzz.cases", cases);
        long refused = 0;
        long slowest = 0;
        long most = 0;
        for (long number = 0; number < count; number++) {
            Outcome outcome = tried(mutation.of(number), "case " + number);
            refused += outcome.refused() ? 1 : 0;
            slowest = Math.max(slowest, outcome.nanos());
            most = Math.max(most, outcome.bytes());
        }
        return new Report(count, refused, slowest / 1e6, most);
    }

    /**
     * Reads all cases as {@link #run} does, prints the summary, and requires that some are read and some refused.
     *
     * @param name the name of the reader, for the summary
     * @param cases the number of cases, unless {@code -Dfuzz.cases} sets another
     * @throws AssertionError as {@code run} does, and if all cases are read or all refused
     * @throws UncheckedIOException if a case cannot be written
     */
    public Report report(String name, int cases) {
        Report report = run(cases);
        System.out.println("fuzzing " + name + ": " + report);
        if (report.refused() == 0 || report.refused() == report.cases()) {
            throw new AssertionError(name + " has no case that is " + (report.refused() == 0 ? "refused" : "read")
                    + ", so the cases show little: " + report);
        }
        return report;
    }

    private record Outcome(boolean refused, long nanos, long bytes) {}

    private Outcome tried(byte[] bytes, String name) {
        try {
            Files.write(file, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written: " + failed, failed);
        }
        long start = THREADS.getCurrentThreadCpuTime();
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        boolean refused = false;
        try {
            reader.read(file);
        } catch (Throwable thrown) {
            refused = true;
            if (!isDocumented(thrown)) {
                throw new AssertionError(name + " throws " + thrown + ": " + shown(bytes), thrown);
            }
        }
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        if (nanos > MOST_NANOS || allocated > MOST_BYTES) {
            throw new AssertionError(
                    name + " takes " + nanos / 1e6 + " ms and " + allocated + " bytes: " + shown(bytes));
        }
        return new Outcome(refused, nanos, allocated);
    }

    /** Excludes subclasses and messages of Java's own, such as those of numbers that are none and of wrong positions. */
    private boolean isDocumented(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return refusals.stream().anyMatch(each -> each.isInstance(thrown))
                && (refusals.contains(thrown.getClass())
                        || !thrown.getClass().getPackageName().startsWith("java."))
                && (stack.length == 0 || !stack[0].getClassName().startsWith("java."));
    }

    private static String shown(byte[] bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN)));
    }
}
