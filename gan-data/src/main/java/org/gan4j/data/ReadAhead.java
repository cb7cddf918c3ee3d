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
 * A batch source that reads the next few batches on a thread of its own while the training thread computes. Only that
 * thread reads, in order. Any batch may be requested; one that is not the next restarts the queue. Not thread-safe.
 * Closing it stops its thread and closes the wrapped source.
 */
public final class ReadAhead implements BatchSource {
    private static final int SECONDS_TO_STOP = 10;

    private final BatchSource source;
    private final int ahead;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(ReadAhead::daemon);
    /** Batches {@code next}, {@code next + 1}, ...: read, being read, or waiting. */
    private final Deque<Future<Map<String, TensorData>>> queue = new ArrayDeque<>();

    private long next;

    /**
     * Creates a batch source that reads ahead.
     *
     * @param ahead the number of batches that are read before they are requested, and kept in memory
     * @throws IllegalArgumentException if it is less than 1
     */
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

    /**
     * Returns a batch, which may still have to be read.
     *
     * @throws IllegalStateException if reading this batch failed (the cause), if the thread was interrupted, or if this
     *     source is closed; a failed batch may be requested again
     */
    @Override
    public Map<String, TensorData> batch(long number) {
        if (reader.isShutdown()) {
            throw new IllegalStateException("cannot read batch " + number + ": the batches are closed");
        }
        if (number != next) {
            forget();
            next = number;
        }
        while (queue.size() <= ahead) {
            long later = next + queue.size();
            queue.add(reader.submit(() -> source.batch(later)));
        }
        Future<Map<String, TensorData>> batch = queue.remove();
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
        queue.forEach(batch -> batch.cancel(false));
        queue.clear();
    }

    /** Stops the thread, after waiting up to ten seconds for a read in progress, and closes the wrapped source. */
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
