package org.gan4j.data.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.Oracle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Damages image files at random and reads them. Each must become an image or be refused, within five seconds and 64 MB beyond
 * 32 bytes a pixel. {@code -Dfuzz.cases=100000} reads this many files instead of 500; {@code -Dfuzz.seed=7} damages them in
 * other ways.
 */
@Tag("fuzz")
class DamagedFilesTest {
    private static final int CASES = Integer.getInteger("fuzz.cases", 500);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final long MOST_SECONDS = 5;
    private static final long MEGABYTE = 1_000_000;
    private static final long MOST_BYTES = 64 * MEGABYTE;
    /** The decoded image, itself in sRGB, and its levels in color and in gray, with the buffers of decoders. */
    private static final long BYTES_PER_PIXEL = 32;

    private static final int FEW = 10;
    private static final String READER = "reader of damaged files";

    /**
     * The outcome of a case.
     *
     * @param allocated all bytes on the heap, without those that the size of the image explains
     */
    private record Outcome(boolean read, long nanos, long allocated, Throwable wrong) {}

    @Test
    void damagedFilesAreImagesOrRefusedSoonAndWithLittleMemory() throws Exception {
        List<byte[]> files = files();
        ExecutorService thread = Executors.newSingleThreadExecutor(reading -> {
            Thread reader = new Thread(reading, READER);
            reader.setDaemon(true);
            return reader;
        });
        List<String> wrong = new ArrayList<>();
        long slowest = 0;
        long largest = 0;
        int read = 0;
        try {
            for (int i = 0; i < CASES && wrong.size() < FEW; i++) {
                byte[] file = new Mutation(new SplittableRandom(SEED + 1_000_003L * i), files).next();
                Outcome outcome = outcome(thread.submit(() -> outcome(file)), i, file);
                slowest = Math.max(slowest, outcome.nanos());
                largest = Math.max(largest, outcome.allocated());
                read += outcome.read() ? 1 : 0;
                if (outcome.wrong() != null
                        || outcome.nanos() > TimeUnit.SECONDS.toNanos(MOST_SECONDS)
                        || outcome.allocated() > MOST_BYTES) {
                    wrong.add("case " + i + ": " + outcome + kept(i, file));
                }
            }
        } finally {
            thread.shutdownNow();
        }
        System.out.printf(
                "%,d damaged images: %,d read, the others refused; slowest %d ms, largest allocation %.1f MB%n",
                CASES, read, TimeUnit.NANOSECONDS.toMillis(slowest), largest / 1e6);
        assertThat(wrong).isEmpty();
        assertThat(read).isBetween(1, CASES - 1);
    }

    private static Outcome outcome(Future<Outcome> running, int number, byte[] file)
            throws InterruptedException, IOException {
        try {
            return running.get(4 * MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException problem) {
            return new Outcome(false, 0, 0, problem.getCause());
        } catch (TimeoutException endless) {
            throw new AssertionError(
                    "case " + number + " is read for more than 20 s" + kept(number, file) + ", in "
                            + Thread.getAllStackTraces().entrySet().stream()
                                    .filter(each -> each.getKey().getName().equals(READER))
                                    .map(each -> Arrays.toString(each.getValue()))
                                    .findFirst(),
                    endless);
        }
    }

    private static Outcome outcome(byte[] file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        long start = System.nanoTime();
        long pixels = 0;
        boolean read = false;
        Throwable wrong = null;
        try {
            StoredImage stored = StoredImage.of(file);
            pixels = (long) stored.width() * stored.height();
            PixelImage image = stored.orientation().turn(PixelImage.of(stored.decodeInSrgb(1)));
            read = image.levels().length > 0;
        } catch (UnusableException refused) {
            read = false;
        } catch (RuntimeException | Error problem) {
            wrong = problem;
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        return new Outcome(read, System.nanoTime() - start, allocated - BYTES_PER_PIXEL * pixels, wrong);
    }

    private static String kept(int number, byte[] file) throws IOException {
        Path path = Path.of("target", "damaged-image-" + number);
        Files.createDirectories(path.getParent());
        return ", kept as " + Files.write(path, file);
    }

    private static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        SampleFiles.all().values().forEach(sample -> files.add(sample.file()));
        for (JsonNode each : Oracle.read("pictures.json")) {
            files.add(each.get("file").binaryValue());
        }
        return files;
    }
}
