package org.gan4j.serve;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all requests together may take for bodies and answers. Thread-safe. */
final class MemoryBudget {
    private final AtomicLong left;

    MemoryBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Returns the share of one request, which has nothing yet. */
    Share share() {
        return new Share();
    }

    long left() {
        return left.get();
    }

    /** The memory of one request. */
    final class Share implements AutoCloseable {
        private final AtomicLong taken = new AtomicLong();

        /**
         * Reserves further bytes.
         *
         * @throws ProblemException 503 if they are not left
         */
        void reserve(long bytes) {
            if (left.addAndGet(-bytes) < 0) {
                left.addAndGet(bytes);
                throw ProblemException.later(
                        Status.UNAVAILABLE,
                        "the server has no memory left for this request: try again later, or ask for less");
            }
            taken.addAndGet(bytes);
        }

        /** Gives all of it back; closing again has no effect. */
        @Override
        public void close() {
            left.addAndGet(taken.getAndSet(0));
        }
    }
}
