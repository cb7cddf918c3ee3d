package org.gan4j.nd4j.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads of a session. A task is cut into parts whose number depends only on the data, so results do not depend on
 * the number of threads. Whichever thread is free takes the next part, including the caller.
 */
final class Workers implements AutoCloseable {
    /** Number of elements that a thread takes at a time: few enough to share a small network's layers evenly. */
    static final int PART = 8 * Scratch.BLOCK;

    private static final int SPINS_BEFORE_SLEEP = 2000;
    /**
     * Number of yields, about half a millisecond in which OpenMP's threads have priority: waking a sleeping thread
     * takes as long as a small kernel.
     */
    private static final int YIELDS_BEFORE_SLEEP = 1000;

    /** A task that computes one part; parts run in any order, at the same time. */
    interface Task {
        void run(int part, Scratch scratch);
    }

    /** A task and its progress. */
    private static final class Job {
        final Task task;
        final int parts;
        final AtomicInteger next = new AtomicInteger();
        final AtomicInteger done = new AtomicInteger();
        volatile Throwable failure;

        Job(Task task, int parts) {
            this.task = task;
            this.parts = parts;
        }

        void help(Scratch scratch) {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                try {
                    task.run(part, scratch);
                } catch (RuntimeException | Error failed) {
                    failure = failed;
                } finally {
                    done.incrementAndGet();
                }
            }
        }
    }

    private final Thread[] threads;
    private final Scratch own = new Scratch();
    private volatile Job current;
    private volatile boolean closed;

    Workers(int count) {
        threads = new Thread[count - 1];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(this::work, "gan4j-worker-" + (i + 1));
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    /** Runs all parts and waits for them. */
    void run(int parts, Task task) {
        if (parts == 1 || threads.length == 0) {
            for (int part = 0; part < parts; part++) {
                task.run(part, own);
            }
            return;
        }
        Job job = new Job(task, parts);
        current = job;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        job.help(own);
        // the last parts are nearly done; if their thread is not running, yield to it
        for (int spins = 0; job.done.get() < parts; spins++) {
            if (spins < SPINS_BEFORE_SLEEP) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        current = null;
        if (job.failure instanceof Error error) {
            throw error;
        }
        if (job.failure instanceof RuntimeException failed) {
            throw failed;
        }
    }

    private void work() {
        Scratch scratch = new Scratch();
        Job last = null;
        int idle = 0;
        while (!closed) {
            Job job = current;
            if (job != null && job != last) {
                job.help(scratch);
                last = job;
                idle = 0;
            } else if (idle++ < SPINS_BEFORE_SLEEP) {
                Thread.onSpinWait();
            } else if (idle < SPINS_BEFORE_SLEEP + YIELDS_BEFORE_SLEEP) {
                Thread.yield();
            } else {
                last = null;
                LockSupport.park(this);
                idle = 0;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
