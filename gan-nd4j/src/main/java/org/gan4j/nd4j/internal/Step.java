package org.gan4j.nd4j.internal;

import org.gan4j.tensor.engine.Explanation.Row;

/** A kernel of a program, what is known of it, and how long it took last time. */
final class Step {
    private final Kernel kernel;
    private final Row row;
    private long nanoseconds = -1;

    Step(Kernel kernel, Row row) {
        this.kernel = kernel;
        this.row = row;
    }

    /**
     * Runs it. Looking at the clock costs some 25 ns and a kernel at least a microsecond, so this is never turned off.
     *
     * @param before the time
     * @return the time after it
     */
    long run(long before) {
        kernel.run();
        long now = System.nanoTime();
        nanoseconds = now - before;
        return now;
    }

    /** Before a run, which may end before it comes to this step. */
    void forget() {
        nanoseconds = -1;
    }

    Row row() {
        return row.took(nanoseconds);
    }

    void close() {
        kernel.close();
    }
}
