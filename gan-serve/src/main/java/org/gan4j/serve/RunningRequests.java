package org.gan4j.serve;

import java.time.Duration;

/** Counts the requests that are being answered, so that stopping can wait for them. Thread-safe. */
final class RunningRequests {
    private int count;
    private boolean stopping;

    /** Counts a request, unless the server is stopping. */
    synchronized boolean begin() {
        if (stopping) {
            return false;
        }
        count++;
        return true;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    synchronized int count() {
        return count;
    }

    /** Lets no more requests in, and waits for those that run; returns whether they have ended in time. */
    synchronized boolean stop(Duration longest) {
        stopping = true;
        long until = System.nanoTime() + longest.toNanos();
        try {
            for (long left = longest.toMillis();
                    count > 0 && left > 0;
                    left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        return count == 0;
    }
}
