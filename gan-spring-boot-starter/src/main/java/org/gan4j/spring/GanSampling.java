package org.gan4j.spring;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;

/**
 * Generates samples in a thread of its own, so that those of requests need not wait. One thread, since a GAN lets its callers
 * take turns. Thread-safe.
 */
public final class GanSampling implements AutoCloseable {
    private static final int STOP_SECONDS = 20;

    private final Gan gan;
    private final SamplingTimes times;
    private final ThreadPoolExecutor worker;

    /**
     * Creates a sampling.
     *
     * @param gan the GAN, which stays open
     * @param queue the most requests that wait
     * @param times is told how long each request took
     */
    public GanSampling(Gan gan, int queue, SamplingTimes times) {
        this.gan = gan;
        this.times = times;
        this.worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), task -> {
            Thread thread = new Thread(task, "gan-sampling");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Generates samples as {@link Gan#sample(SampleRequest)} does, with whose exceptions the result fails.
     *
     * @throws RejectedExecutionException if too many requests wait, or this sampling is closed
     */
    public CompletableFuture<Samples> sample(SampleRequest request) {
        CompletableFuture<Samples> samples = new CompletableFuture<>();
        long asked = System.nanoTime();
        try {
            worker.execute(() -> compute(request, samples, asked));
        } catch (RejectedExecutionException full) {
            String why = worker.isShutdown()
                    ? "the application is stopping: ask another one"
                    : "too many requests for samples are waiting, "
                            + worker.getQueue().size() + ": try again later, or raise gan4j.queue";
            throw new RejectedExecutionException(why, full);
        }
        return samples;
    }

    private void compute(SampleRequest request, CompletableFuture<Samples> samples, long asked) {
        long begun = System.nanoTime();
        try {
            Samples made = gan.sample(request);
            times.record(Duration.ofNanos(begun - asked), Duration.ofNanos(System.nanoTime() - begun));
            samples.complete(made);
        } catch (RuntimeException | Error failed) {
            times.record(Duration.ofNanos(begun - asked), Duration.ofNanos(System.nanoTime() - begun));
            samples.completeExceptionally(failed);
        }
    }

    /** Lets no more requests in, and waits up to 20 s for those that are there. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException now) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
