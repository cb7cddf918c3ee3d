package org.gan4j.serve;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that holds up a queue until the gate opens. */
record Gate(CountDownLatch opening, CompletableFuture<Boolean> work) {
    private static final int PATIENCE_SECONDS = 30;

    /** Returns a closed gate, which the queue already waits at. */
    static Gate in(WorkQueue queue) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch opening = new CountDownLatch(1);
        CompletableFuture<Boolean> work = queue.alone(() -> {
            reached.countDown();
            try {
                return opening.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                return false;
            }
        });
        reached.await();
        return new Gate(opening, work);
    }

    void open() {
        opening.countDown();
        if (!work.join()) {
            throw new AssertionError("the gate was opened too late");
        }
    }
}
