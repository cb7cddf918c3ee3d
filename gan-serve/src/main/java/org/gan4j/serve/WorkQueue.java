package org.gan4j.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;

/**
 * Requests that wait for the GAN, which computes one after the other in one thread, since it would let several threads take
 * turns. Requests for samples that may be generated together are: those that wait when one of them is due. Thread-safe.
 */
final class WorkQueue implements AutoCloseable {
    /** The samples of one run: as many as the GAN computes in one batch. */
    private static final int TOGETHER = 64;

    /** A piece of work; {@code request} is null for what is computed alone. */
    private record Work<T>(SampleRequest request, Supplier<T> alone, CompletableFuture<T> done) {
        void compute() {
            try {
                done.complete(alone.get());
            } catch (RuntimeException | Error failed) {
                done.completeExceptionally(failed);
            }
        }

        boolean isLike(Work<?> other) {
            return request != null
                    && other.request != null
                    && request.label().equals(other.request.label())
                    && request.tags().equals(other.request.tags());
        }
    }

    private final Gan gan;
    private final int capacity;
    private final Deque<Work<?>> waiting = new ArrayDeque<>();
    private final Thread worker = new Thread(this::work, "gan-serve-worker");
    private boolean closed;

    WorkQueue(Gan gan, int capacity) {
        this.gan = gan;
        this.capacity = capacity;
        worker.setDaemon(true);
        worker.start();
    }

    /**
     * Adds a piece of work that is computed alone.
     *
     * @throws ProblemException 503 if the queue is full
     */
    <T> CompletableFuture<T> alone(Supplier<T> work) {
        return add(new Work<>(null, work, new CompletableFuture<>()));
    }

    /**
     * Adds a request for samples that may be generated together with those of others of the same label.
     *
     * @throws ProblemException 503 if the queue is full
     */
    CompletableFuture<Samples> together(SampleRequest request) {
        return add(new Work<>(request, () -> gan.sample(request), new CompletableFuture<>()));
    }

    private synchronized <T> CompletableFuture<T> add(Work<T> work) {
        if (closed || waiting.size() >= capacity) {
            throw closed
                    ? stopping()
                    : ProblemException.later(
                            Status.UNAVAILABLE, "too many requests are waiting, " + capacity + ": try again later");
        }
        waiting.addLast(work);
        notifyAll();
        return work.done;
    }

    private void work() {
        try {
            for (List<Work<?>> next = take(); !next.isEmpty(); next = take()) {
                compute(next);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for work, and returns a piece alone or several that are alike; nothing once the queue is closed. */
    private synchronized List<Work<?>> take() throws InterruptedException {
        while (waiting.isEmpty()) {
            if (closed) {
                return List.of();
            }
            wait();
        }
        Work<?> first = waiting.removeFirst();
        List<Work<?>> alike = new ArrayList<>(List.of(first));
        int samples = first.request == null ? TOGETHER : first.request.count();
        for (Iterator<Work<?>> rest = waiting.iterator(); samples < TOGETHER && rest.hasNext(); ) {
            Work<?> other = rest.next();
            if (first.isLike(other) && samples + other.request.count() <= TOGETHER) {
                samples += other.request.count();
                alike.add(other);
                rest.remove();
            }
        }
        return alike;
    }

    @SuppressWarnings("unchecked") // only requests for samples are alike
    private void compute(List<Work<?>> alike) {
        if (alike.size() == 1) {
            alike.get(0).compute();
            return;
        }
        List<Samples> samples;
        try {
            samples = gan.sample(alike.stream().map(Work::request).toList());
        } catch (RuntimeException | Error together) {
            alike.forEach(Work::compute); // each has its own failure, if it has one
            return;
        }
        for (int i = 0; i < samples.size(); i++) {
            ((Work<Samples>) alike.get(i)).done.complete(samples.get(i));
        }
    }

    private static ProblemException stopping() {
        return ProblemException.later(Status.UNAVAILABLE, "the server is stopping: send the request to another one");
    }

    /** Lets no more work in, and refuses what waits; the piece that is being computed ends. */
    @Override
    public void close() {
        List<Work<?>> refused;
        synchronized (this) {
            closed = true;
            refused = List.copyOf(waiting);
            waiting.clear();
            notifyAll();
        }
        refused.forEach(each -> each.done.completeExceptionally(stopping()));
    }
}
