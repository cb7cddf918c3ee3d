package org.gan4j.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.TensorData;

/**
 * Reads the next few batches on a thread of its own while the training thread computes. Only that thread reads, in
 * order. Any batch may be asked for: one that is not next in line starts the line anew. Used by one thread at a time;
 * closing it stops its thread and closes what it wraps.
 */
public final class ReadAhead implements BatchSource {
    private static final int SECONDS_TO_STOP = 10;

    private final BatchSource source;
    private final int ahead;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(ReadAhead::daemon);
    /** Batches {@code next}, {@code next + 1}, ...: read, being read, or in line. */
    private final Deque<Future<Map<String, TensorData>>> line = new ArrayDeque<>();

    private long next;

    /** @param ahead how many batches are read before they are asked for, and kept in memory */
    public ReadAhead(BatchSource source, int ahead) {
        if (ahead < 1) {
            throw new IllegalArgumentException("the number of batches to read ahead must be at least 1, not " + ahead);
        }
        this.source = source;
        this.ahead = ahead;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "gan4j-read-ahead");
        thread.setDaemon(true);
        return thread;
    }

    /** @throws IllegalStateException if reading this batch failed, which is its cause; asking again tries again */
    @Override
    public Map<String, TensorData> batch(long number) {
        if (reader.isShutdown()) {
            throw new IllegalStateException("batch " + number + " was asked for after the batches were closed");
        }
        if (number != next) {
            forget();
            next = number;
        }
        while (line.size() <= ahead) {
            long later = next + line.size();
            line.add(reader.submit(() -> source.batch(later)));
        }
        Future<Map<String, TensorData>> batch = line.remove();
        next++;
        try {
            return batch.get();
        } catch (ExecutionException problem) {
            Throwable cause = problem.getCause();
            throw new IllegalStateException("batch " + number + " could not be read: " + cause.getMessage(), cause);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for batch " + number, interruption);
        }
    }

    private void forget() {
        line.forEach(batch -> batch.cancel(false));
        line.clear();
    }

    /** Waits for a read that is under way, for a while. */
    @Override
    public void close() {
        if (reader.isShutdown()) {
            return;
        }
        forget();
        reader.shutdown();
        try {
            if (!reader.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                reader.shutdownNow();
            }
        } catch (InterruptedException interruption) {
            reader.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            source.close();
        }
    }
}
